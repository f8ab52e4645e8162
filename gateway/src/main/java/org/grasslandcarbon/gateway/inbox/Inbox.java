// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.grasslandcarbon.disk.DirectoryLock;
import org.grasslandcarbon.disk.OwnerOnlyFiles;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The durable inbox of one gateway. Safe for use by many threads.
 *
 * <p>Every instruction without an outcome is on disk and in memory; the limits bound both. A crash
 * at any moment loses nothing that was accepted. It may forget that an instruction was finished,
 * which then is brought to the ledger again and refused there as a duplicate.
 */
public final class Inbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** An instruction in memory, and when it is on disk. */
  private record Entry(
      QueuedInstruction instruction, Sha256 text, CompletableFuture<Void> durable) {}

  private final InboxLimits limits;
  private final Clock clock;
  private final DirectoryLock lock;
  private final GroupWriter writer;
  private final RefusalLog refusals;

  // Guarded by this.
  private final Map<Sha256, Entry> byText = new HashMap<>();
  private final Map<InstructionId, Entry> byId = new HashMap<>();
  private final Map<Long, Entry> bySequence = new HashMap<>();
  private final Deque<QueuedInstruction> waiting = new ArrayDeque<>();
  private long nextSequence;
  private long bytes;

  private Inbox(InboxLimits limits, Clock clock, DirectoryLock lock, Path directory)
      throws IOException {
    this.limits = limits;
    this.clock = clock;
    this.lock = lock;
    this.refusals = new RefusalLog(directory, limits.refusalsMost());
    Segments segments = new Segments(directory, limits.segmentBytes());
    nextSequence = segments.nextSequence();
    CompletableFuture<Void> already = CompletableFuture.completedFuture(null);
    for (QueuedInstruction each : segments.recovered().values()) {
      remember(new Entry(each, Sha256.of(each.jws()), already));
      waiting.add(each);
    }
    this.writer = new GroupWriter(segments);
  }

  /**
   * Opens the inbox of a directory, which is created when absent and locked while open.
   *
   * @throws InboxException when another gateway uses it, when it cannot be read, or when it is
   *     damaged in a way that a crash does not explain
   */
  public static Inbox open(Path directory, InboxLimits limits, Clock clock) {
    try {
      OwnerOnlyFiles.createDirectories(directory);
      DirectoryLock lock = lock(directory);
      try {
        Inbox inbox = new Inbox(limits, clock, lock, directory);
        LOG.atInfo()
            .addKeyValue("directory", directory)
            .addKeyValue("instructions", inbox.size())
            .log("The inbox is open");
        return inbox;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new InboxException(
          "收件箱 " + directory + " 无法打开：" + e,
          "the inbox in " + directory + " cannot be opened: " + e,
          e);
    }
  }

  private static DirectoryLock lock(Path directory) throws IOException {
    return DirectoryLock.tryAcquire(directory)
        .orElseThrow(
            () ->
                new InboxException(
                    "另一个网关正在使用收件箱 " + directory + "；请停止它，或用 grassland.data 为本网关指定另一目录",
                    "another gateway is using "
                        + directory
                        + ": stop it, or give this one a directory of its own (grassland.data)"));
  }

  /**
   * Stores an instruction; it is on disk when this returns. A text that is in the inbox already is
   * not stored again. One that has left it is: the ledger, not the inbox, knows what is decided.
   *
   * @param parsed the instruction, taken apart
   * @param jws the same, as it was sent
   * @throws RegistryException {@code OVERLOADED} when the inbox or its disk is full, {@code
   *     INTERNAL} when its disk has failed
   */
  public Receipt accept(SignedInstruction parsed, byte[] jws) {
    // Of the whole text, signature included: a forgery must not stand in the way of the original.
    Sha256 text = Sha256.of(jws);
    Sha256 digest = parsed.digest();
    Entry entry;
    boolean repeated;
    synchronized (this) {
      Entry present = byText.get(text);
      repeated = present != null;
      entry = repeated ? present : add(parsed.instruction().id(), digest, text, jws.clone());
    }
    mustBeDurable(entry);
    return new Receipt(entry.instruction().sequence(), parsed.instruction().id(), digest, repeated);
  }

  /** Queues for writing under the lock, so that numbers are in the order of the file. */
  private Entry add(InstructionId id, Sha256 digest, Sha256 text, byte[] jws) {
    boolean full =
        bySequence.size() >= limits.instructionsMost() || bytes + jws.length > limits.bytesMost();
    if (full) {
      throw new RegistryException(
          ErrorCode.OVERLOADED,
          zh("已有 %s 条指令等待上账").en("%s instructions wait for the ledger", bySequence.size()));
    }
    QueuedInstruction instruction =
        new QueuedInstruction(nextSequence++, id, digest, clock.instant(), jws);
    CompletableFuture<Void> written = writer.append(new InboxRecord.Accepted(instruction));
    CompletableFuture<Void> durable = new CompletableFuture<>();
    Entry entry = new Entry(instruction, text, durable);
    remember(entry);
    written.whenComplete((nothing, failure) -> settle(entry, failure));
    return entry;
  }

  private void settle(Entry entry, Throwable failure) {
    synchronized (this) {
      if (failure == null) {
        waiting.add(entry.instruction());
        notifyAll();
      } else {
        forget(entry);
      }
    }
    if (failure == null) {
      entry.durable().complete(null);
    } else {
      entry.durable().completeExceptionally(failure);
    }
  }

  private void mustBeDurable(Entry entry) {
    try {
      entry.durable().join();
    } catch (CompletionException e) {
      throw writer.isBroken()
          ? new RegistryException(
              ErrorCode.INTERNAL, zh("网关的磁盘出现故障").en("the gateway's disk has failed"))
          : new RegistryException(
              ErrorCode.OVERLOADED, zh("网关暂时无法保存").en("the gateway cannot store it at present"));
    }
  }

  private void remember(Entry entry) {
    byText.put(entry.text(), entry);
    byId.put(entry.instruction().id(), entry);
    bySequence.put(entry.instruction().sequence(), entry);
    bytes += entry.instruction().jws().length;
  }

  private void forget(Entry entry) {
    byText.remove(entry.text());
    byId.remove(entry.instruction().id(), entry);
    bySequence.remove(entry.instruction().sequence());
    bytes -= entry.instruction().jws().length;
  }

  /** The newest instruction with an id that has no outcome yet. */
  public synchronized Optional<QueuedInstruction> find(InstructionId id) {
    return Optional.ofNullable(byId.get(id)).map(Entry::instruction);
  }

  /** Whether an instruction, by the inbox's number, has no outcome yet. */
  public synchronized boolean holds(long sequence) {
    return bySequence.containsKey(sequence);
  }

  /** The newest remembered refusal, without a journal entry, of an instruction. */
  public Optional<RefusedUnjournaled> findRefusal(InstructionId id) {
    return refusals.find(id);
  }

  /** Whether it can never take anything again: its disk has failed, or its writer has. */
  public boolean isBroken() {
    return writer.isBroken();
  }

  /** How many instructions have no outcome. */
  public synchronized int size() {
    return bySequence.size();
  }

  /**
   * Takes the oldest instructions that nobody has taken; waits for at least one. What was taken and
   * not finished is there to be taken again after a restart.
   *
   * @param maxCount the most instructions
   * @param maxBytes the most bytes of texts, except that the first is taken whatever its size
   */
  public synchronized List<QueuedInstruction> take(int maxCount, long maxBytes)
      throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
    return takeWaiting(maxCount, maxBytes);
  }

  /**
   * Takes as {@link #take(int, long)} does, and none when none has come in a time.
   *
   * @param longest how long to wait for one
   */
  public synchronized List<QueuedInstruction> take(int maxCount, long maxBytes, Duration longest)
      throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    long left = longest.toNanos();
    while (waiting.isEmpty() && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    return takeWaiting(maxCount, maxBytes);
  }

  private List<QueuedInstruction> takeWaiting(int maxCount, long maxBytes) {
    List<QueuedInstruction> taken = new ArrayList<>();
    long takenBytes = 0;
    while (!waiting.isEmpty() && taken.size() < maxCount) {
      takenBytes += waiting.peek().jws().length;
      if (takenBytes > maxBytes && !taken.isEmpty()) {
        break;
      }
      taken.add(waiting.poll());
    }
    return taken;
  }

  /** Forgets instructions whose outcome is on the ledger and projected. */
  public void finish(Collection<QueuedInstruction> done) {
    List<Entry> entries;
    synchronized (this) {
      entries =
          done.stream()
              .map(each -> bySequence.get(each.sequence()))
              .filter(Objects::nonNull)
              .toList();
      entries.forEach(this::forget);
    }
    // Nobody waits for these: losing one costs a duplicate, not an instruction.
    entries.forEach(each -> writer.append(new InboxRecord.Finished(each.instruction().sequence())));
  }

  /**
   * Forgets instructions that were refused without a journal entry, and remembers the refusals,
   * which are on disk when this returns.
   */
  public void refuse(
      Collection<QueuedInstruction> done, Collection<RefusedUnjournaled> theirRefusals) {
    try {
      refusals.add(theirRefusals);
    } catch (IOException e) {
      // Who asks later is told that the instruction is unknown and sends it again.
      LOG.error("The inbox cannot write down refusals; is its disk full?", e);
    }
    finish(done);
  }

  /** Writes what was handed over, and lets go of the directory. */
  @Override
  public void close() {
    try (lock;
        refusals;
        writer) {
      LOG.debug("The inbox closes");
    } catch (IOException e) {
      LOG.error("The inbox could not be closed in order", e);
    }
  }
}
