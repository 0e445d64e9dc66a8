package bouncer.engine.schedule;

/** A state of an execution in which each task has some branches. */
record FixedState(int step, int continuation, int... branchesOf) implements ExecutionState {
    @Override
    public int tasks() {
        return branchesOf.length;
    }

    @Override
    public int current() {
        return continuation;
    }

    @Override
    public int branches(int task) {
        return branchesOf[task];
    }

    @Override
    public Operation pending(int task) {
        return new Operation();
    }

    @Override
    public boolean ended(int task) {
        return false;
    }

    @Override
    public int parent(int task) {
        return task == 0 ? -1 : 0;
    }
}
