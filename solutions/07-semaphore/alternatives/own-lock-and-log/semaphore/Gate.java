package semaphore;

class Gate
{
	private int width;

	Gate(int width)
	{
		if (width < 0) throw new IllegalArgumentException("Breite \u00fcber null, bitte");
		this.width = width;
	}

	/** Negative: for as long as it takes. */
	synchronized boolean pass(long nanos) throws InterruptedException
	{
		if (Thread.interrupted()) throw new InterruptedException();
		final long t0 = System.nanoTime();
		for (;;) {
			if (width > 0) { width -= 1; return true; }
			if (nanos < 0) { wait(); continue; }
			final long rest = nanos - (System.nanoTime() - t0);
			if (rest <= 0) return false;
			wait(rest / 1000000L, (int) (rest % 1000000L));
		}
	}

	synchronized boolean passNow()
	{
		return width > 0 ? width-- > 0 : false;
	}

	synchronized void open()
	{
		width += 1;
		notify();
	}

	synchronized int width()
	{
		return width;
	}
}
