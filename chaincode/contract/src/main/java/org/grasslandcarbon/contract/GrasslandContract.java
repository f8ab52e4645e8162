// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.grasslandcarbon.domain.registry.Registry;
import org.grasslandcarbon.domain.registry.StateAttestation;
import org.grasslandcarbon.domain.registry.StateDigests;
import org.grasslandcarbon.domain.value.Detail;

/**
 * The contract's functions. Checks what the domain cannot know, the shape of the call and the
 * distance between the transaction's time and this node's clock, and leaves the rest to it.
 *
 * <p>A function may be called by its bare name or as {@code GrasslandContract:name}, the two forms
 * that tools make from the metadata.
 */
final class GrasslandContract implements TransactionHandler {
  private static final System.Logger LOG = System.getLogger(GrasslandContract.class.getName());

  /** Checked here as well so that nothing is copied for a call that is too large. */
  static final int MAX_INSTRUCTIONS = Registry.BATCH_INSTRUCTIONS_MOST;

  /** Longest piece of an unknown function's name that is repeated to the caller. */
  private static final int MAX_NAME_SHOWN = 60;

  private static final String PREFIX = "GrasslandContract:";

  /** {@link Registry#submit}. */
  @FunctionalInterface
  interface Submit {
    byte[] submit(List<byte[]> instructions, Instant transactionTime, StateStore store);
  }

  /** {@link Registry#bootstrap}. */
  @FunctionalInterface
  interface Bootstrap {
    byte[] bootstrap(byte[] document, String mspId, Instant transactionTime, StateStore store);
  }

  private final Clock clock;
  private final Duration clockTolerance;
  private final Submit submit;
  private final Bootstrap bootstrap;
  private final byte[] metadata = ContractMetadata.load();

  GrasslandContract(Clock clock, Duration clockTolerance, Registry registry) {
    this(clock, clockTolerance, registry::submit, registry::bootstrap);
  }

  GrasslandContract(Clock clock, Duration clockTolerance, Submit submit, Bootstrap bootstrap) {
    this.clock = clock;
    this.clockTolerance = clockTolerance;
    this.submit = submit;
    this.bootstrap = bootstrap;
  }

  @Override
  public byte[] handle(Invocation invocation, StateStore store) {
    String function = invocation.function();
    return switch (function.startsWith(PREFIX) ? function.substring(PREFIX.length()) : function) {
      case "submit" -> submit(invocation, store);
      case "bootstrap" -> bootstrap(invocation, store);
      case "stateDigests" -> stateDigests(invocation, store);
      case "attest" -> attest(invocation, store);
      case ContractMetadata.FUNCTION -> metadata.clone();
      default -> throw new RegistryException(ErrorCode.MALFORMED, unknown(function));
    };
  }

  private byte[] submit(Invocation invocation, StateStore store) {
    List<ByteString> arguments = invocation.arguments();
    if (arguments.isEmpty()) {
      throw new RegistryException(
          ErrorCode.MALFORMED, zh("submit 须至少有一条指令").en("submit needs at least one instruction"));
    }
    if (arguments.size() > MAX_INSTRUCTIONS) {
      throw new RegistryException(
          ErrorCode.TOO_LARGE,
          zh("一笔交易最多 %s 条指令，现为 %s 条")
              .en(
                  "at most %s instructions a transaction, not %s",
                  MAX_INSTRUCTIONS, arguments.size()));
    }
    requireTimeNearClock(invocation);
    long start = System.nanoTime();
    List<byte[]> instructions = arguments.stream().map(ByteString::toByteArray).toList();
    byte[] outcomes = submit.submit(instructions, invocation.timestamp(), store);
    LOG.log(
        System.Logger.Level.DEBUG,
        () ->
            String.format(
                Locale.ROOT,
                "%s: %d instructions in %d ms",
                invocation.transaction(),
                arguments.size(),
                Duration.ofNanos(System.nanoTime() - start).toMillis()));
    return outcomes;
  }

  private byte[] bootstrap(Invocation invocation, StateStore store) {
    if (invocation.arguments().size() != 1) {
      throw new RegistryException(
          ErrorCode.MALFORMED,
          zh("bootstrap 须有一个参数，即创立文件，现为 %s 个")
              .en(
                  "bootstrap needs one argument, the founding document, not %s",
                  invocation.arguments().size()));
    }
    requireTimeNearClock(invocation);
    return bootstrap.bootstrap(
        invocation.arguments().get(0).toByteArray(),
        invocation.creatorMspId(),
        invocation.timestamp(),
        store);
  }

  /** Writes nothing, so that the time of the call is of no interest. */
  private static byte[] stateDigests(Invocation invocation, StateStore store) {
    return StateDigests.of(
        invocation.arguments().stream().map(ByteString::toStringUtf8).toList(), store);
  }

  /** Writes nothing either; the peer itself refuses proposals whose time is not near its own. */
  private static byte[] attest(Invocation invocation, StateStore store) {
    return StateAttestation.of(
        invocation.arguments().stream().map(ByteString::toStringUtf8).toList(), store);
  }

  /** The timestamp is the client's; this is what keeps it from being anything it likes. */
  private void requireTimeNearClock(Invocation invocation) {
    Instant now = clock.instant();
    if (Duration.between(invocation.timestamp(), now).abs().compareTo(clockTolerance) > 0) {
      throw new RegistryException(
          ErrorCode.CLOCK_SKEW,
          zh("交易时间 %s 与本节点时间 %3$s 相差超过 %2$s 秒")
              .en(
                  "the transaction's time %s is more than %s seconds from this node's %s",
                  invocation.timestamp(), clockTolerance.toSeconds(), now));
    }
  }

  private static Detail unknown(String function) {
    String shown = function.substring(0, Math.min(function.length(), MAX_NAME_SHOWN));
    return zh("没有函数“%s”；可用的有 submit、bootstrap、stateDigests、attest 和 %s")
        .en(
            "no function '%s'; there are submit, bootstrap, stateDigests, attest and %s",
            shown, ContractMetadata.FUNCTION);
  }
}
