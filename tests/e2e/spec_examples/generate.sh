curl -X POST "http://localhost:8000/api/v1/generate" \
  -H "Content-Type: application/json" \
  -H "X-API-Key: bhiv-secret-key-2024" \
  -H "Authorization: Bearer <jwt-token>" \
  -d '{
    "prompt": "Smart home IoT sensor with WiFi connectivity",
    "context": {"environment": "indoor", "power": "battery"},
    "style": "minimalist",
    "constraints": ["2-year battery life", "weatherproof"]
  }'
