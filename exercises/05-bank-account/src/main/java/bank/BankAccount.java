package bank;

/**
 * A bank account that any number of threads use at once.
 *
 * <p>The balance is never negative, not even for a moment. {@link #deposit}, {@link #withdraw} and
 * {@link #balance} each take effect at one instant, as if they had come one after the other. Transfers
 * neither create nor lose money: when all have ended, the balances add up to the same sum as before. Accounts
 * are independent, and no set of transfers, in any directions, ever deadlocks. Whether other threads can see a
 * transfer half done is up to you.
 *
 * <p>An amount of 0 or less is refused with {@link IllegalArgumentException}, and nothing is changed.
 */
public final class BankAccount {

    /**
     * Opens an account.
     *
     * @param openingBalance the initial balance, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public BankAccount(long openingBalance) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/05-bank-account/src/main/java/bank/BankAccount.java");
    }

    /**
     * Adds money to the account.
     *
     * @param amount how much, 1 or more
     * @throws IllegalArgumentException if the amount is 0 or less
     */
    public void deposit(long amount) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/05-bank-account/src/main/java/bank/BankAccount.java");
    }

    /**
     * Takes money out if there is enough. If not, no other thread ever sees the balance changed.
     *
     * @param amount how much, 1 or more
     * @return true if the money was withdrawn, false if there was not enough
     * @throws IllegalArgumentException if the amount is 0 or less
     */
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

    /**
     * Moves money to another account if there is enough here. A transfer to this same account changes nothing
     * and returns whether there would have been enough.
     *
     * @param target the account that receives the money
     * @param amount how much, 1 or more
     * @return true if there was enough money, false if not
     * @throws IllegalArgumentException if the amount is 0 or less
     * @throws NullPointerException if the target is null (an {@link IllegalArgumentException} is accepted too)
     */
    public boolean transferTo(BankAccount target, long amount) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/05-bank-account/src/main/java/bank/BankAccount.java");
    }
}
