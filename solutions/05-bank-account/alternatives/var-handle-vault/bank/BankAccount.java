package bank;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

public final class BankAccount {
    private final Vault vault;

    public BankAccount(long openingBalance) {
        this.vault = new Vault(openingBalance);
    }

    public void deposit(long amount) {
        positive(amount);
        Vault.CENTS.getAndAdd(vault, amount);
    }

    public boolean withdraw(long amount) {
        positive(amount);
        long now = vault.cents;
        while (now >= amount) {
            long witness = (long) Vault.CENTS.compareAndExchange(vault, now, now - amount);
            if (witness == now) {
                return true;
            }
            now = witness;
        }
        return false;
    }

    public long balance() {
        return vault.cents;
    }

    public boolean transferTo(BankAccount target, long amount) {
        Vault to = target.vault;
        if (to == vault) {
            positive(amount);
            return vault.cents >= amount;
        }
        if (!withdraw(amount)) {
            return false;
        }
        Vault.CENTS.getAndAdd(to, amount);
        System.out.println("moved " + amount);
        return true;
    }

    private static final class Vault {
        static final VarHandle CENTS;

        static {
            try {
                CENTS = MethodHandles.lookup().findVarHandle(Vault.class, "cents", long.class);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }

        volatile long cents;

        Vault(long cents) {
            if (cents < 0) {
                throw new IllegalArgumentException("in the red from the start");
            }
            this.cents = cents;
        }
    }

    private static void positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount must be positive");
        }
    }
}
