def startup():
    return ""
