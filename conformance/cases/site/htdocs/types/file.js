a file of type js
