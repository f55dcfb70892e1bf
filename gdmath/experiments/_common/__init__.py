"""What the experiments share: runs, outcomes, and quantities that know how they are shown."""
