"""The application put together: settings from the environment, the clock, the live course, the services."""
