"""Word documents: the RFP for vendors, the full definition for the client."""
