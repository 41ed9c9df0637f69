"""How hypothesis runs here: how long a value takes to try says nothing about it on a busy machine."""

from hypothesis import HealthCheck, settings

settings.register_profile("procedures", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("procedures")
