// Live tensors are counted per process: a test that counts them must be alone.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
