"""What admins may see and clean up."""
