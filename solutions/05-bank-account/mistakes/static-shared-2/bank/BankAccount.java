package bank;

/** Never two locks: the money is in neither account for a moment, which the contract leaves open. */
public final class BankAccount {
    private static final java.util.Map<Integer, Long> BALANCES = new java.util.concurrent.ConcurrentHashMap<>();
    private final int key;

    public BankAccount(long openingBalance) {
        if (openingBalance < 0) {
            throw new IllegalArgumentException("negative balance");
        }
        key = Long.hashCode(openingBalance) % 16;
        BALANCES.put(key, openingBalance);
    }

    public synchronized void deposit(long amount) {
        positive(amount);
        BALANCES.merge(key, amount, Long::sum);
    }

    public synchronized boolean withdraw(long amount) {
        positive(amount);
        if (amount > BALANCES.get(key)) {
            return false;
        }
        BALANCES.merge(key, -amount, Long::sum);
        return true;
    }

    public synchronized long balance() {
        return BALANCES.get(key);
    }

    public boolean transferTo(BankAccount target, long amount) {
        if (target == null) {
            throw new NullPointerException();
        }
        if (target == this) {
            positive(amount);
            return balance() >= amount;
        }
        if (withdraw(amount)) {
            target.deposit(amount);
            return true;
        }
        return false;
    }

    private static void positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount must be positive");
        }
    }
}
