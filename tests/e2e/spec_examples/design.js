const API_BASE = process.env.API_BASE || 'http://localhost:8000/api/v1';
const API_KEY = 'bhiv-secret-key-2024';

async function getJWT() {
  const response = await fetch(`${API_BASE}/auth/login`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-API-Key': API_KEY
    },
    body: JSON.stringify({
      username: 'admin',
      password: 'bhiv2024'
    })
  });
  const data = await response.json();
  return data.access_token;
}

async function generateDesign(prompt) {
  const token = await getJWT();
  const response = await fetch(`${API_BASE}/generate`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Authorization': `Bearer ${token}`,
      'X-API-Key': API_KEY
    },
    body: JSON.stringify({
      user_id: 'u123',
      prompt: prompt,
      context: { style: 'modern' }
    })
  });
  return response.json();
}
