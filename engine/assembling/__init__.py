"""From a spec to the model that is delivered: joined, checked, made light, laid flat and painted."""
