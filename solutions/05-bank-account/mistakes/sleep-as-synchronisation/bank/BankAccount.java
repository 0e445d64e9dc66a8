package bank;

/** Never two locks: the money is in neither account for a moment, which the contract leaves open. */
public final class BankAccount {
    private volatile long balance;
    private volatile boolean busy;

    public BankAccount(long openingBalance) {
        if (openingBalance < 0) {
            throw new IllegalArgumentException("negative balance");
        }
        balance = openingBalance;
    }

    public void deposit(long amount) {
        positive(amount);
        begin();
        balance += amount;
        busy = false;
    }

    private void begin() {
        while (busy) {
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        busy = true;
    }

    public boolean withdraw(long amount) {
        positive(amount);
        begin();
        boolean enough = amount <= balance;
        if (enough) {
            balance -= amount;
        }
        busy = false;
        return enough;
    }

    public long balance() {
        return balance;
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
