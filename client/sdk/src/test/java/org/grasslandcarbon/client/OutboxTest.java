// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  @TempDir Path folder;

  private final InstructionSigner signer =
      new InstructionSigner(
          new ParticipantId("91110000600037341L"),
          SigningKey.generate(new SecureRandom()),
          Clock.systemUTC());

  private InstructionText sign(InstructionId id, Duration validFor) {
    return signer.sign(id, AdmitParticipant.TYPE.example(), validFor);
  }

  @Test
  void what_was_stored_is_there_after_a_restart_character_by_character() {
    InstructionText text = sign(InstructionSigner.newId(), Duration.ofMinutes(5));
    new Outbox(folder.resolve("outbox")).store(text);

    assertThat(new Outbox(folder.resolve("outbox")).pending()).containsExactly(text);
  }

  @Test
  void what_is_settled_is_gone() {
    Outbox outbox = new Outbox(folder);
    InstructionText text = sign(InstructionSigner.newId(), Duration.ofMinutes(5));
    outbox.store(text);

    outbox.settle(text.id());

    assertThat(outbox.pending()).isEmpty();
    assertThat(outbox.find(text.id())).isEmpty();
  }

  @Test
  void another_text_never_takes_the_place_of_one_that_may_have_been_sent() {
    Outbox outbox = new Outbox(folder);
    InstructionId id = InstructionSigner.newId();
    InstructionText first = sign(id, Duration.ofMinutes(5));
    outbox.store(first);
    outbox.store(first);

    assertThatThrownBy(() -> outbox.store(sign(id, Duration.ofMinutes(6))))
        .isInstanceOf(LocalFileException.class);
    assertThat(outbox.pending()).containsExactly(first);
  }

  @Test
  void a_file_that_a_crash_cut_short_was_never_sent_and_is_passed_over() throws IOException {
    Outbox outbox = new Outbox(folder);
    InstructionText text = sign(InstructionSigner.newId(), Duration.ofMinutes(5));
    Files.writeString(folder.resolve(text.id() + ".part"), text.jws().substring(0, 40));

    assertThat(outbox.pending()).isEmpty();
    outbox.store(text);
    assertThat(outbox.pending()).isEqualTo(List.of(text));
  }

  @Test
  void what_another_process_takes_out_meanwhile_is_passed_over() throws IOException {
    Outbox outbox = new Outbox(folder);
    InstructionText text = sign(InstructionSigner.newId(), Duration.ofMinutes(5));
    outbox.store(text);
    // Listed, and gone when it is looked at.
    InstructionId gone = InstructionSigner.newId();
    Files.createSymbolicLink(folder.resolve(gone + ".jws"), folder.resolve("nowhere"));

    assertThat(outbox.pending()).containsExactly(text);
    assertThat(outbox.find(gone)).isEmpty();
    outbox.settle(InstructionSigner.newId());
  }

  @Test
  void a_file_that_is_no_whole_instruction_is_named() throws IOException {
    Outbox outbox = new Outbox(folder);
    InstructionText text = sign(InstructionSigner.newId(), Duration.ofMinutes(5));
    outbox.store(text);
    Path file = folder.resolve(text.id() + ".jws");
    Files.writeString(file, text.jws().substring(0, 40));

    assertThatThrownBy(outbox::pending)
        .isInstanceOf(LocalFileException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void the_end_of_a_line_behind_a_stored_text_is_no_part_of_it() {
    InstructionText text = sign(InstructionSigner.newId(), Duration.ofMinutes(5));

    assertThat(InstructionText.parse(text.jws() + "\r\n")).isEqualTo(text);
    assertThat(Codec.text(text.args())).isEqualTo(Codec.text(AdmitParticipant.TYPE.example()));
  }

  @Test
  void stored_instructions_are_readable_by_their_owner_only() throws IOException {
    Path folder = this.folder.resolve("outbox");
    Outbox outbox = new Outbox(folder);
    InstructionText text = sign(InstructionSigner.newId(), Duration.ofMinutes(5));
    outbox.store(text);

    Path file = folder.resolve(text.id() + ".jws");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }
}
