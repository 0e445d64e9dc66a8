package bank;

/** The whole bank behind one lock: slow under load, and right. */
public final class BankAccount {
    private static final Object BANK = new Object();
    private volatile int high;
    private volatile int low;

    public BankAccount(long openingBalance) {
        if (openingBalance < 0) {
            throw new IllegalArgumentException("negative balance");
        }
        store(openingBalance);
    }

    private void store(long value) {
        high = (int) (value >> 32);
        low = (int) value;
    }

    private long load() {
        return ((long) high << 32) | (low & 0xFFFFFFFFL);
    }

    public void deposit(long amount) {
        positive(amount);
        synchronized (BANK) {
            store(load() + amount);
        }
    }

    public boolean withdraw(long amount) {
        positive(amount);
        synchronized (BANK) {
            if (load() >= amount) {
                store(load() - amount);
                return true;
            }
            return false;
        }
    }

    public long balance() {
        return load();
    }

    public boolean transferTo(BankAccount target, long amount) {
        positive(amount);
        if (target == null) {
            throw new IllegalArgumentException("no target");
        }
        synchronized (BANK) {
            if (load() < amount) {
                return false;
            }
            store(load() - amount);
            target.store(target.load() + amount);
            return true;
        }
    }

    private static void positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount must be positive");
        }
    }
}
