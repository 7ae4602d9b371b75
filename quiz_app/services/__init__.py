"""What people do here: each service loads, decides with the domain, and stores."""
