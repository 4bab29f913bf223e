"""RFP Builder: from a contact centre's requirements to a vendor that can be defended."""

__version__ = "0.1.0"
