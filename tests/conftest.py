"""What all tests share: how Hypothesis draws its examples."""

from hypothesis import settings

# The gate gives one verdict for one state of the sources: examples follow from the test itself, and
# a slow machine is no fault.
settings.register_profile("kmop", deadline=None, derandomize=True)
settings.load_profile("kmop")
