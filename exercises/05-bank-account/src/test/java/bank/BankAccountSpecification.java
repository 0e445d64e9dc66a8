package bank;

import bouncer.checks.ChecksFor;
import bouncer.checks.Fault;
import bouncer.checks.specification.Change;
import bouncer.checks.specification.Clause;
import bouncer.checks.specification.Moment;
import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Outcome;
import bouncer.checks.specification.Specification;

/** The contract of the bank account. The state of an account is its balance. */
@ChecksFor("05-bank-account")
final class BankAccountSpecification implements Specification<BankAccount, Long> {
    private static final long[] UNUSUAL = {0, -1, -8_000_000_008L, Long.MIN_VALUE, 1, 8_000_000_008L};

    @Override
    public void define(ObjectContract<BankAccount, Long> account) {
        account.starts("new BankAccount", in -> new BankAccount(in.number()), b -> b, b -> b < 0, 0, 8_000_000_008L);
        account.edges(-1, Long.MIN_VALUE, 7);
        account.does("deposit", (a, in) -> a.deposit(in.number()), BankAccountSpecification::deposit)
                .number(5_000_000_005L)
                .edges(UNUSUAL);
        account.gives("withdraw", (a, in) -> a.withdraw(in.number()), BankAccountSpecification::withdraw)
                .number(5_000_000_005L, 3_000_000_003L)
                .edges(UNUSUAL);
        account.gives("balance", (a, in) -> a.balance(), now -> now.returns(now.state()));
        account.gives(
                        "transferTo",
                        (a, in) -> a.transferTo((BankAccount) in.other(), in.number()),
                        BankAccountSpecification::transfer)
                .other()
                .number(5_000_000_005L)
                .edges(UNUSUAL);
        account.objectsMayShare();
        account.fault(Clause.ATOMICITY, Fault.LOST_UPDATE);
        account.fault(Clause.PROGRESS, Fault.DEADLOCK);
    }

    private static Outcome<Long> deposit(Moment<Long> now) {
        return now.number() <= 0
                ? now.raises(IllegalArgumentException.class)
                : now.becomes(now.state() + now.number()).andReturns();
    }

    private static Outcome<Long> withdraw(Moment<Long> now) {
        if (now.number() <= 0) {
            return now.raises(IllegalArgumentException.class);
        }
        return now.state() >= now.number()
                ? now.becomes(now.state() - now.number()).andReturns(true)
                : now.refuses(false);
    }

    private static Outcome<Long> transfer(Moment<Long> now) {
        if (now.other() < 0 || now.number() <= 0) {
            return now.other() < 0
                    ? now.raises(NullPointerException.class, IllegalArgumentException.class)
                    : now.raises(IllegalArgumentException.class);
        }
        // Whether others can see a transfer half done is open, and in which order its halves are done.
        Outcome<Long> debitFirst = debit(now).andThen(later -> credit(later).andReturns(true));
        if (now.other() == now.self()) {
            return now.state() < now.number() ? now.refuses(false) : debitFirst;
        }
        Outcome<Long> creditFirst = credit(now)
                .andThen(later -> later.state() >= later.number() ? debit(later).andReturns(true) : later.impossible());
        return now.either(now.state() < now.number() ? now.refuses(false) : debitFirst, creditFirst);
    }

    private static Change<Long> debit(Moment<Long> now) {
        return now.becomes(now.state() - now.number());
    }

    private static Change<Long> credit(Moment<Long> now) {
        return now.becomes(now.other(), now.state(now.other()) + now.number());
    }
}
