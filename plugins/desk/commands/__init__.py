"""The commands of the desk, one module each: ``configure`` its options, ``run`` it, get an exit status."""
