package bank;

/**
 * An account that many threads use at once. A balance is never negative, no money appears or vanishes, and no set of
 * transfers ever deadlocks. An amount of 0 or less is refused with {@link IllegalArgumentException} and changes nothing.
 */
public final class BankAccount {

    /** Opens an account; a negative balance is refused with {@link IllegalArgumentException}. */
    public BankAccount(long openingBalance) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/05-bank-account/src/main/java/bank/BankAccount.java");
    }

    /** Pays in. */
    public void deposit(long amount) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/05-bank-account/src/main/java/bank/BankAccount.java");
    }

    /** Takes out if the money suffices; otherwise answers false and changes nothing. */
    public boolean withdraw(long amount) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/05-bank-account/src/main/java/bank/BankAccount.java");
    }

    /** Returns the balance. */
    public long balance() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/05-bank-account/src/main/java/bank/BankAccount.java");
    }

    /** Moves money if it suffices, else answers false; to itself it changes nothing and answers whether it would suffice. */
    public boolean transferTo(BankAccount target, long amount) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/05-bank-account/src/main/java/bank/BankAccount.java");
    }
}
