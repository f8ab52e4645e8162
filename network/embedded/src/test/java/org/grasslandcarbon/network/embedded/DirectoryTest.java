// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.disk.AppendOnlyFile;
import org.grasslandcarbon.network.embedded.EmbeddedPeerException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in the directory when it is opened: locks, torn ends, damage, other versions. */
class DirectoryTest {
  private static final int KEYS = 5;

  @TempDir Path directory;

  @BeforeEach
  void fill() throws Exception {
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      for (int i = 0; i < KEYS; i++) {
        client.submit("put", "k" + i, "v" + i);
      }
    }
  }

  private EmbeddedPeer open() {
    return Inside.open(
        EmbeddedPeer.builder(directory)
            .chaincode("keys", "1.0", ShimChaincode.connector(new KeysContract())));
  }

  private Path log() {
    return directory.resolve("blocks.log");
  }

  private EmbeddedPeerException refusal() {
    return catchThrowableOfType(EmbeddedPeerException.class, () -> open().close());
  }

  private void flip(long position) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "rw")) {
      file.seek(position);
      int old = file.read();
      file.seek(position);
      file.write(old ^ 0x10);
    }
  }

  private void append(byte[] bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "rw")) {
      file.seek(file.length());
      file.write(bytes);
    }
  }

  private void deleteIndex() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("index"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  /** Where the records begin, found by walking over them; the last element is the end. */
  private long[] offsets() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "r")) {
      long[] offsets = new long[KEYS + 3];
      long at = BlockLog.FILE_HEADER_SIZE;
      for (int i = 0; i < offsets.length; i++) {
        offsets[i] = at;
        if (at < file.length()) {
          file.seek(at + 12);
          at += BlockLog.RECORD_HEADER_SIZE + file.readInt();
        }
      }
      assertThat(offsets[offsets.length - 1]).isEqualTo(file.length());
      return offsets;
    }
  }

  @Test
  void a_directory_that_is_open_is_refused() {
    try (EmbeddedPeer peer = open()) {
      EmbeddedPeerException e = refusal();
      assertThat(e.reason()).isEqualTo(Reason.DIRECTORY_LOCKED);
      assertThat(e).hasMessageContaining("Another process is using");
      assertThat(peer.height()).isEqualTo(KEYS + 2);
    }
    assertThatCode(() -> open().close()).doesNotThrowAnyException();
  }

  @Test
  void a_directory_locked_by_another_process_is_refused() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashLoad.class.getName(),
                directory.toString(),
                "1")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(holder.inputReader().readLine()).isEqualTo(CrashLoad.READY);
      assertThat(refusal().reason()).isEqualTo(Reason.DIRECTORY_LOCKED);
    } finally {
      holder.destroyForcibly().waitFor();
    }
  }

  @Test
  void a_torn_last_record_is_dropped() throws Exception {
    append(new byte[] {0x42, 0x4c, 0x4b, 0x31, 0, 0, 0, 0, 0, 0, 0, (byte) (KEYS + 2), 0, 0});
    try (EmbeddedPeer peer = open()) {
      assertThat(peer.height()).isEqualTo(KEYS + 2);
      assertThat(peer.verify().problems()).isEmpty();
    }
  }

  @Test
  void a_last_record_of_zeros_is_dropped() throws Exception {
    append(new byte[4096]);
    try (EmbeddedPeer peer = open()) {
      assertThat(peer.height()).isEqualTo(KEYS + 2);
    }
  }

  @Test
  void a_last_record_cut_anywhere_is_dropped_when_nobody_had_heard_of_it() throws Exception {
    long[] offsets = offsets();
    byte[] whole = Files.readAllBytes(log());
    deleteIndex();
    int last = (int) offsets[offsets.length - 2];
    for (int cut = last + 1; cut < whole.length; cut += 97) {
      Files.write(log(), Arrays.copyOf(whole, cut));
      try (BlockLog opened = BlockLog.open(log(), AppendOnlyFile.Disk.REAL)) {
        assertThat(opened.height()).isEqualTo(KEYS + 1);
        assertThat(opened.dropped().orElseThrow()).hasSize(cut - last);
      }
    }
    try (EmbeddedPeer peer = open()) {
      assertThat(peer.height()).isEqualTo(KEYS + 1);
      assertThat(Inside.state(peer, "keys", "k" + (KEYS - 1))).isNull();
      assertThat(Inside.state(peer, "keys", "k" + (KEYS - 2))).isNotNull();
      assertThat(peer.verify().problems()).isEmpty();
    }
  }

  @Test
  void the_loss_of_a_block_that_the_index_knows_is_refused() throws Exception {
    long[] offsets = offsets();
    try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "rw")) {
      file.setLength(offsets[offsets.length - 2]);
    }
    EmbeddedPeerException e = refusal();
    assertThat(e.reason()).isEqualTo(Reason.DIRECTORY_DAMAGED);
    assertThat(e).hasMessageContaining("although block " + (KEYS + 1) + " had been committed");
  }

  @Test
  void a_flipped_bit_in_the_middle_is_refused_wherever_it_is() throws Exception {
    long[] offsets = offsets();
    for (long position :
        new long[] {
          offsets[2], // the mark
          offsets[2] + 7, // the number
          offsets[2] + 14, // the length
          offsets[2] + 18, // the CRC of the content
          offsets[2] + 22, // the CRC of the header
          offsets[2] + 24, // the first byte of the content
          offsets[3] - 1 // the last byte of the content
        }) {
      flip(position);
      long size = Files.size(log());
      EmbeddedPeerException e = refusal();
      assertThat(e.reason()).as("bit flipped at %d", position).isEqualTo(Reason.DIRECTORY_DAMAGED);
      assertThat(e).hasMessageContaining("block 2");
      assertThat(Files.size(log())).as("nothing is cut off").isEqualTo(size);
      flip(position);
    }
    try (EmbeddedPeer peer = open()) {
      assertThat(peer.verify().problems()).isEmpty();
    }
  }

  @Test
  void a_log_of_a_newer_format_is_refused() throws Exception {
    byte[] header = new byte[BlockLog.FILE_HEADER_SIZE];
    try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "rw")) {
      file.readFully(header);
      java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(header);
      buffer.putInt(8, BlockLog.FORMAT_VERSION + 1);
      java.util.zip.CRC32 crc = new java.util.zip.CRC32();
      crc.update(header, 0, 12);
      buffer.putInt(12, (int) crc.getValue());
      file.seek(0);
      file.write(header);
    }
    EmbeddedPeerException e = refusal();
    assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_FORMAT);
    assertThat(e).hasMessageContaining("format version 2");
  }

  @Test
  void a_file_that_is_no_log_is_refused() throws Exception {
    Files.writeString(log(), "these are not the blocks you are looking for");
    assertThat(refusal().reason()).isEqualTo(Reason.DIRECTORY_DAMAGED);
  }

  @Test
  void a_missing_index_is_made_again_from_the_blocks() throws Exception {
    deleteIndex();
    try (EmbeddedPeer peer = open()) {
      assertThat(Inside.state(peer, "keys", "k0").value().toStringUtf8()).isEqualTo("v0");
      assertThat(peer.verify().problems()).isEmpty();
    }
  }

  @Test
  void a_damaged_index_is_made_again_from_the_blocks() throws Exception {
    Files.write(directory.resolve("index").resolve("index.mv"), new byte[10_000]);
    try (EmbeddedPeer peer = open()) {
      assertThat(peer.verify().problems()).isEmpty();
    }
  }

  @Test
  void an_index_left_open_when_the_machine_stopped_is_not_trusted() throws Exception {
    Files.writeString(directory.resolve("index").resolve("opened"), "an earlier boot");
    Files.write(directory.resolve("index").resolve("index.mv"), new byte[] {1, 2, 3});
    try (EmbeddedPeer peer = open()) {
      assertThat(peer.verify().problems()).isEmpty();
    }
    assertThat(directory.resolve("index").resolve("opened")).doesNotExist();
  }

  @Test
  void missing_keys_are_noticed() throws Exception {
    try (Stream<Path> files = Files.walk(directory.resolve("organisations"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    EmbeddedPeerException e = refusal();
    assertThat(e.reason()).isEqualTo(Reason.CONFIGURATION_MISMATCH);
    assertThat(e).hasMessageContaining("other keys");
  }

  @Test
  void only_the_owner_can_read_what_the_peer_stores() throws Exception {
    if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(f -> !f.equals(directory)).toList()) {
        if (!file.startsWith(directory.resolve("index"))) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
              .as(file.toString())
              .endsWith("------");
        }
      }
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("index"))))
        .isEqualTo("rwx------");
  }

  @Test
  void verification_finds_a_value_that_the_blocks_do_not_give() throws Exception {
    BlockUpdates forged = new BlockUpdates();
    forged.put(
        StateKey.of("keys", "k0"),
        new Version(2, 0),
        com.google.protobuf.ByteString.copyFromUtf8("forged"),
        com.google.protobuf.ByteString.EMPTY);
    try (LedgerIndex index = LedgerIndex.open(directory.resolve("index"))) {
      index.apply(index.height() - 1, forged, List.of(), List.of());
    }
    try (EmbeddedPeer peer = open()) {
      VerificationReport report = peer.verify();
      assertThat(report.isClean()).isFalse();
      assertThat(report.problems().get(0)).contains("keys/k0");
    }
  }
}
