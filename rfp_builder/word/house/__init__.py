"""The house look: builds the templates that come with the product."""
