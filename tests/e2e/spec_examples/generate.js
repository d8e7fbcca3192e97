const response = await fetch('/api/v1/generate', {
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
    'X-API-Key': 'bhiv-secret-key-2024',
    'Authorization': `Bearer ${jwtToken}`
  },
  body: JSON.stringify({
    prompt: 'Modern office building with sustainable features',
    context: {
      location: 'urban',
      capacity: '500 employees'
    },
    style: 'contemporary',
    constraints: ['LEED certified', 'natural lighting']
  })
});

const result = await response.json();
console.log('Generated spec ID:', result.spec_id);
console.log('Objects:', result.spec_json.objects);
