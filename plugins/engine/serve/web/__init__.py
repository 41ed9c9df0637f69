"""The web server of the preview: for this machine only, and for nothing but the output."""
