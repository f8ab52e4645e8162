// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.gateway.testing.TestParticipant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Four offices that are asked to sign what their ledgers have. */
@Timeout(120)
class AttestationTest {
  private static final String FOUNDER = Participant.key(new TestParticipant(2).id()).text();
  private static final String NOBODY = Participant.key(new TestParticipant(99).id()).text();

  @TempDir Path directory;
  private TestOffices offices;

  @BeforeEach
  void open() {
    offices = new TestOffices(directory);
  }

  @AfterEach
  void close() {
    offices.close();
  }

  private Vouched attest() {
    return offices.clientOf("BeijingMSP").attest(List.of(FOUNDER, NOBODY));
  }

  @Test
  void all_sign_what_is_there_where_it_was_written_and_what_is_not_there() {
    long height = offices.peer.height();
    Vouched vouched = attest();
    assertThat(vouched.endorsements()).hasSize(4);
    assertThat(vouched.attested().get(0).value().orElseThrow()).contains("Office of Beijing");
    assertThat(vouched.attested().get(1).value()).isEmpty();
    assertThat(vouched.version(FOUNDER).orElseThrow().block()).isEqualTo(height - 1);
    assertThat(vouched.version(NOBODY)).isEmpty();
    assertThat(offices.peer.height()).as("nothing is written").isEqualTo(height);
  }

  @Test
  void an_office_that_says_something_else_is_left_out() {
    offices.copyOf("HebeiMSP").alter(Alterations::namesOtherwise);
    assertThat(attest().endorsements()).hasSize(3);
  }

  @Test
  void with_two_that_say_something_else_there_is_nothing() {
    offices.copyOf("HebeiMSP").alter(Alterations::namesOtherwise);
    offices.copyOf("TianjinMSP").alter(Alterations::namesOtherwise);
    assertThatThrownBy(this::attest).isInstanceOf(TryAgainException.class);
  }

  @Test
  void what_all_refuse_is_refused_with_their_code() {
    assertThatThrownBy(
            () -> offices.clientOf("BeijingMSP").attest(List.of("\u0000HOLDING\u0000x\u0000")))
        .isInstanceOfSatisfying(
            BatchRefusedException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_ALLOWED));
  }
}
