"""What a class needs: handing in, the class book of whoever teaches, and how far one has come."""
