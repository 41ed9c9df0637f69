"""Settings for the laws of this room."""

from hypothesis import HealthCheck, settings

# How long an example takes says nothing about the law, and much about the machine.
settings.register_profile("laws", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("laws")
