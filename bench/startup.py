def startup(): return ""
