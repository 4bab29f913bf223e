"""What vendors may see, by listing it; and the scan that proves a finished file shows nothing else."""
