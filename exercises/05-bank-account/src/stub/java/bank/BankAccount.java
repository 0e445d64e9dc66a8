package bank;

/**
 * A bank account that any number of threads use at once.
 *
 * <p>The balance is never negative, not even for a moment. {@link #deposit}, {@link #withdraw} and
 * {@link #balance} each take effect at one instant, as if they had come one after the other. Transfers make
 * no money and lose none: when all have ended, the balances add up to what they did before. Accounts never
 * mix, and no transfers, in whatever directions, ever wait for each other for ever. Whether others can see a
 * transfer half done is up to you.
 *
 * <p>An amount of 0 or less is refused with {@link IllegalArgumentException}, and nothing is changed.
 */
public final class BankAccount {

    /**
     * Opens an account.
     *
     * @param openingBalance the money in it at first, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public BankAccount(long openingBalance) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/05-bank-account/src/main/java/bank/BankAccount.java");
    }

    /**
     * Pays in.
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
     * Takes money out if there is enough of it. If not, nobody ever sees the balance changed.
     *
     * @param amount how much, 1 or more
     * @return whether the money sufficed
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
     * Moves money to another account if there is enough of it here. A transfer to this same account changes
     * nothing and answers whether there would have been enough.
     *
     * @param target where the money goes
     * @param amount how much, 1 or more
     * @return whether the money sufficed
     * @throws IllegalArgumentException if the amount is 0 or less
     * @throws NullPointerException if the target is null; an {@link IllegalArgumentException} is right as
     *     well
     */
    public boolean transferTo(BankAccount target, long amount) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/05-bank-account/src/main/java/bank/BankAccount.java");
    }
}
