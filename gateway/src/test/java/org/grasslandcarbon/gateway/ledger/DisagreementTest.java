// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.MethodDescriptor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.gateway.blocks.BlockReader;
import org.grasslandcarbon.gateway.blocks.StateWrite;
import org.grasslandcarbon.gateway.ledger.TryAgainException.Reason;
import org.grasslandcarbon.gateway.testing.TestParticipant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Four offices, one of which does not run the program that was agreed. */
@Timeout(120)
class DisagreementTest {
  @TempDir Path directory;
  private TestOffices offices;
  private int admitted = 10;

  @BeforeEach
  void open() {
    offices = new TestOffices(directory);
  }

  @AfterEach
  void close() {
    offices.close();
  }

  private void assertApplied(LedgerClient gateway) {
    SubmittedBatch batch = gateway.submit(List.of(admission()));
    assertThat(batch.verdicts()).extracting(Verdict::code).containsExactly(Verdict.APPLIED);
    assertThat(newestWrites()).noneMatch(write -> new String(write.value()).contains("OWNER"));
  }

  private byte[] admission() {
    return offices.founders.admit(TestParticipant.newId(), new TestParticipant(admitted++));
  }

  private List<StateWrite> newestWrites() {
    return new BlockReader("registry")
        .read(offices.peer.block(offices.peer.height() - 1))
        .transactions()
        .get(0)
        .writes();
  }

  private void assertNamed(String office, String what) {
    assertThat(offices.disagreements.current())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.organisation()).isEqualTo(office);
              assertThat(found.what()).contains(what);
              assertThat(found.transactionId()).isNotEmpty();
              assertThat(found.since()).isEqualTo(offices.clock.instant());
            });
    assertThat(disagreeing(office)).isEqualTo(1);
  }

  private double disagreeing(String office) {
    return offices
        .meters
        .get("grassland.endorsement.disagreeing")
        .tag("organisation", office)
        .gauge()
        .value();
  }

  private void whenTheNextComparisonIsDue() {
    offices.clock.set(offices.clock.instant().plus(Disagreements.COMPARE_EVERY));
  }

  @Test
  void offices_that_agree_are_not_named() {
    LedgerClient gateway = offices.clientOf("BeijingMSP");
    assertApplied(gateway);
    assertApplied(gateway);
    assertThat(offices.disagreements.current()).isEmpty();
    assertThat(offices.meters.counter("grassland.endorsement.comparisons").count()).isEqualTo(1);
  }

  @Test
  void another_office_that_writes_otherwise_is_named_though_nothing_fails() {
    LedgerClient gateway = offices.clientOf("BeijingMSP");
    offices.copyOf("InnerMongoliaMSP").alter(Alterations::writesOtherwise);
    assertApplied(gateway);
    assertNamed("InnerMongoliaMSP", "writes otherwise: registry:PARTICIPANT/");
  }

  @Test
  void an_office_that_answers_other_verdicts_is_named() {
    LedgerClient gateway = offices.clientOf("BeijingMSP");
    offices.copyOf("TianjinMSP").alter(Alterations::answersOtherwise);
    assertApplied(gateway);
    assertNamed("TianjinMSP", "answers other results");
  }

  @Test
  void the_gateway_of_the_office_that_lies_goes_on_with_the_others_and_names_its_own() {
    LedgerClient gateway = offices.clientOf("HebeiMSP");
    assertApplied(gateway);
    offices.copyOf("HebeiMSP").alter(Alterations::writesOtherwise);
    assertApplied(gateway);
    assertNamed("HebeiMSP", "writes otherwise");
    assertApplied(gateway);
  }

  @Test
  void the_gateway_of_an_office_that_refuses_alone_goes_on_with_the_others() {
    LedgerClient gateway = offices.clientOf("HebeiMSP");
    assertApplied(gateway);
    offices.copyOf("HebeiMSP").alter(Alterations::refuses);
    assertApplied(gateway);
    assertNamed("HebeiMSP", "refuses with TOO_LARGE: not with us");
  }

  @Test
  void what_all_refuse_is_refused_and_nobody_is_named() {
    LedgerClient gateway = offices.clientOf("BeijingMSP");
    TestOffices.OFFICES.forEach(each -> offices.copyOf(each).alter(Alterations::refuses));
    BatchRefusedException refused =
        catchThrowableOfType(
            BatchRefusedException.class, () -> gateway.submit(List.of(admission())));
    assertThat(refused.code()).isEqualTo(ErrorCode.TOO_LARGE);
    assertThat(offices.disagreements.current()).isEmpty();
  }

  @Test
  void an_office_that_disagrees_is_not_asked_until_the_next_comparison() {
    AtomicInteger endorsements = new AtomicInteger();
    LedgerClient gateway =
        offices.client(
            "BeijingMSP",
            ClientInterceptors.intercept(offices.peer.channel(), counting(endorsements)),
            offices.disagreements);
    offices.copyOf("TianjinMSP").alter(Alterations::writesOtherwise);
    assertApplied(gateway);
    assertThat(endorsements).hasValue(4);
    assertApplied(gateway);
    assertThat(endorsements).hasValue(4 + 3);

    offices.copyOf("TianjinMSP").isHonestAgain();
    assertApplied(gateway);
    assertNamed("TianjinMSP", "writes otherwise");
    whenTheNextComparisonIsDue();
    assertApplied(gateway);
    assertThat(offices.disagreements.current()).isEmpty();
    assertThat(disagreeing("TianjinMSP")).isZero();
    assertThat(endorsements).hasValue(4 + 3 + 3 + 4);
    assertApplied(gateway);
    assertThat(endorsements).as("the peer chooses again").hasValue(4 + 3 + 3 + 4 + 1);
  }

  private static ClientInterceptor counting(AtomicInteger endorsements) {
    return new ClientInterceptor() {
      @Override
      public <Q, A> ClientCall<Q, A> interceptCall(
          MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        if ("Endorse".equals(method.getBareMethodName())) {
          endorsements.incrementAndGet();
        }
        return next.newCall(method, options);
      }
    };
  }

  @Test
  void two_against_two_change_nothing_and_accuse_nobody() {
    LedgerClient gateway = offices.clientOf("BeijingMSP");
    assertApplied(gateway);
    long height = offices.peer.height();
    offices.copyOf("TianjinMSP").alter(Alterations::writesOtherwise);
    offices.copyOf("HebeiMSP").alter(Alterations::writesOtherwise);
    TryAgainException thrown =
        catchThrowableOfType(TryAgainException.class, () -> gateway.submit(List.of(admission())));
    assertThat(thrown.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(offices.disagreements.current()).isEmpty();
    assertThat(offices.peer.height()).isEqualTo(height);
  }

  @Test
  void while_one_disagrees_and_another_is_left_out_too_few_remain_and_the_batch_waits() {
    LedgerClient gateway = offices.clientOf("BeijingMSP");
    offices.copyOf("TianjinMSP").alter(Alterations::writesOtherwise);
    assertApplied(gateway);
    offices.copyOf("HebeiMSP").alter(Alterations::answersOtherwise);
    TryAgainException thrown =
        catchThrowableOfType(TryAgainException.class, () -> gateway.submit(List.of(admission())));
    assertThat(thrown.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(thrown).hasMessageContaining("HebeiMSP: endorses something else");
  }

  @Test
  void an_office_that_hangs_holds_up_a_comparison_no_longer_than_its_grace() {
    CountDownLatch goOn = new CountDownLatch(1);
    LedgerClient gateway = offices.clientOf("BeijingMSP");
    offices.copyOf("TianjinMSP").alter(Alterations.hangsUntil(goOn));
    long start = System.nanoTime();
    assertApplied(gateway);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(offices.disagreements.current()).isEmpty();
    goOn.countDown();
  }
}
