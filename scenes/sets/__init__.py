"""How the films' shots are composed: what is in each picture and where, for each aspect ratio."""
