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
import java.util.Map;
import java.util.TreeMap;
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

  private Path height() {
    return directory.resolve("blocks.height");
  }

  /** As it is when a crash comes between the writing of the last block and the note of it. */
  private void noteOneBlockLess() throws IOException {
    try (CommittedHeight committed = CommittedHeight.open(height())) {
      long before = committed.newest().orElseThrow().height() - 1;
      Files.delete(height());
      try (BlockLog opened = BlockLog.open(directory, AppendOnlyFile.Disk.REAL)) {
        throw new AssertionError("opened without a note at height " + opened.height());
      } catch (EmbeddedPeerException expected) {
        committed.note(new CommittedHeight.Mark(before, hashOfBlock(before - 1)));
      }
    }
  }

  private com.google.protobuf.ByteString hashOfBlock(long number) throws IOException {
    long[] offsets = offsets();
    byte[] whole = Files.readAllBytes(log());
    int from = (int) offsets[(int) number] + BlockLog.RECORD_HEADER_SIZE;
    return Blocks.headerHash(
        org.hyperledger.fabric.protos.peer.BlockAndPrivateData.parseFrom(
                Arrays.copyOfRange(whole, from, (int) offsets[(int) number + 1]))
            .getBlock()
            .getHeader());
  }

  @Test
  void a_last_record_cut_anywhere_is_dropped_when_nobody_had_heard_of_it() throws Exception {
    long[] offsets = offsets();
    byte[] whole = Files.readAllBytes(log());
    deleteIndex();
    noteOneBlockLess();
    int last = (int) offsets[offsets.length - 2];
    for (int cut = last + 1; cut < whole.length; cut += 97) {
      Files.write(log(), Arrays.copyOf(whole, cut));
      try (BlockLog opened = BlockLog.open(directory, AppendOnlyFile.Disk.REAL)) {
        assertThat(opened.height()).isEqualTo(KEYS + 1);
        assertThat(Files.readAllBytes(opened.dropped().orElseThrow()))
            .as("what was cut off is kept")
            .isEqualTo(Arrays.copyOfRange(whole, last, cut));
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
  void a_last_block_that_was_committed_is_missed_wherever_it_is_cut_or_flipped() throws Exception {
    long[] offsets = offsets();
    byte[] whole = Files.readAllBytes(log());
    int last = (int) offsets[offsets.length - 2];
    deleteIndex();
    for (int cut = last; cut < whole.length; cut += 97) {
      Files.write(log(), Arrays.copyOf(whole, cut));
      assertMissing(KEYS + 1, KEYS + 1);
    }
    for (int flipped = last; flipped < whole.length; flipped += 61) {
      byte[] bad = whole.clone();
      bad[flipped] ^= 0x10;
      Files.write(log(), bad);
      assertMissing(KEYS + 1, KEYS + 1);
    }
    Files.write(log(), whole);
    try (EmbeddedPeer peer = open()) {
      assertThat(peer.verify().problems()).isEmpty();
    }
  }

  private void assertMissing(long first, long last) throws IOException {
    byte[] before = Files.readAllBytes(log());
    EmbeddedPeerException e = refusal();
    assertThat(e.reason()).isEqualTo(Reason.DIRECTORY_DAMAGED);
    assertThat(e)
        .hasMessageContaining("although block " + last + " had been committed")
        .hasMessageContaining(
            first == last ? "block " + last + " is missing" : "blocks " + first + " to " + last)
        .hasMessageContaining("nothing was changed");
    assertThat(e.zh()).contains("区块 " + last + " 曾经提交").contains("未作任何更改");
    assertThat(Files.readAllBytes(log())).as("nothing is cut off").isEqualTo(before);
  }

  @Test
  void many_last_blocks_that_are_gone_are_missed_with_and_without_the_index() throws Exception {
    long[] offsets = offsets();
    try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "rw")) {
      file.setLength(offsets[3]);
    }
    assertMissing(3, KEYS + 1);
    deleteIndex();
    assertMissing(3, KEYS + 1);
  }

  @Test
  void a_log_that_is_gone_or_empty_is_missed_and_none_is_made_in_its_place() throws Exception {
    deleteIndex();
    Files.write(log(), new byte[0]);
    assertThat(refusal()).hasMessageContaining("blocks 0 to " + (KEYS + 1) + " are missing");
    assertThat(log()).isEmptyFile();
    Files.delete(log());
    assertThat(refusal()).hasMessageContaining("blocks 0 to " + (KEYS + 1) + " are missing");
    assertThat(log()).doesNotExist();
  }

  @Test
  void another_log_of_the_same_length_is_refused() throws Exception {
    Path other = Files.createDirectory(directory.resolve("other"));
    Path own = directory;
    directory = other;
    fill();
    directory = own;
    Files.copy(
        other.resolve("blocks.log"), log(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    deleteIndex();
    EmbeddedPeerException e = refusal();
    assertThat(e.reason()).isEqualTo(Reason.DIRECTORY_DAMAGED);
    assertThat(e)
        .hasMessageContaining("block " + (KEYS + 1) + " is not the one that had been committed");
  }

  @Test
  void a_note_of_the_height_that_is_gone_or_damaged_is_missed() throws Exception {
    byte[] whole = Files.readAllBytes(height());
    Files.delete(height());
    assertThat(refusal()).hasMessageContaining("it is not known how many blocks");
    Files.write(height(), new byte[whole.length]);
    assertThat(refusal()).hasMessageContaining("it is not known how many blocks");
    assertThat(height()).hasBinaryContent(new byte[whole.length]);
    Files.write(height(), whole);
    open().close();
  }

  @Test
  void a_note_torn_while_it_was_written_leaves_the_one_before() throws Exception {
    byte[] whole = Files.readAllBytes(height());
    int newest = (KEYS + 2) % 2 * 4096;
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "bob"), peer.channel())) {
      // Both places are filled from here on.
      client.submit("put", "more", "1");
    }
    byte[] both = Files.readAllBytes(height());
    assertThat(Arrays.copyOfRange(both, newest, newest + 16))
        .isEqualTo(Arrays.copyOfRange(whole, newest, newest + 16));
    int torn = (KEYS + 3) % 2 * 4096;
    for (int place = torn; place < torn + 52; place += 5) {
      byte[] bad = both.clone();
      bad[place] ^= 0x01;
      Files.write(height(), bad);
      try (BlockLog opened = BlockLog.open(directory, AppendOnlyFile.Disk.REAL)) {
        assertThat(opened.height()).isEqualTo(KEYS + 3);
      }
    }
  }

  @Test
  void a_log_that_was_begun_without_a_note_gets_one() throws Exception {
    rewriteFormatVersion(1);
    Files.delete(height());
    try (EmbeddedPeer peer = open()) {
      assertThat(peer.verify().problems()).isEmpty();
    }
    assertThat(height()).exists();
    try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "rw")) {
      file.setLength(file.length() - 1);
    }
    deleteIndex();
    assertMissing(KEYS + 1, KEYS + 1);
  }

  @Test
  void a_loss_that_a_person_accepts_is_gone_on_with_and_its_bytes_are_kept() throws Exception {
    long[] offsets = offsets();
    byte[] whole = Files.readAllBytes(log());
    flip(offsets[4] + BlockLog.RECORD_HEADER_SIZE);
    byte[] damaged = Files.readAllBytes(log());
    Path acceptance = directory.resolve("accept-height");
    assertThat(refusal()).hasMessageContaining("write 4 into the file " + acceptance);
    Files.writeString(acceptance, "5");
    assertThat(refusal().reason()).isEqualTo(Reason.DIRECTORY_DAMAGED);
    Files.writeString(acceptance, "4\n");
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      assertThat(peer.height()).isEqualTo(4);
      assertThat(client.evaluate("get", "k1")).isEqualTo("v1");
      assertThat(client.evaluate("get", "k2")).isEmpty();
      client.submit("put", "k2", "another");
      assertThat(peer.verify().problems()).isEmpty();
    }
    assertThat(directory.resolve("blocks.log.lost-from-block-4"))
        .hasBinaryContent(Arrays.copyOfRange(damaged, (int) offsets[4], damaged.length));
    assertThat(acceptance).as("it holds once").doesNotExist();
    Files.write(log(), Arrays.copyOf(whole, (int) offsets[4]));
    assertMissing(4, 4);
  }

  @Test
  void a_newer_index_than_log_and_note_is_missed_and_may_be_deleted() throws Exception {
    byte[] log = Files.readAllBytes(log());
    byte[] note = Files.readAllBytes(height());
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      client.submit("put", "later", "1");
    }
    // As a backup of only these two puts them back.
    Files.write(log(), log);
    Files.write(height(), note);
    assertThat(refusal())
        .hasMessageContaining("although block " + (KEYS + 2) + " had been committed")
        .hasMessageContaining("delete " + directory.resolve("index"));
    deleteIndex();
    Files.delete(directory.resolve("index"));
    try (EmbeddedPeer peer = open()) {
      assertThat(peer.height()).isEqualTo(KEYS + 2);
      assertThat(peer.verify().problems()).isEmpty();
    }
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

  private void rewriteFormatVersion(int version) throws IOException {
    byte[] header = new byte[BlockLog.FILE_HEADER_SIZE];
    try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "rw")) {
      file.readFully(header);
      java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(header);
      buffer.putInt(8, version);
      java.util.zip.CRC32 crc = new java.util.zip.CRC32();
      crc.update(header, 0, 12);
      buffer.putInt(12, (int) crc.getValue());
      file.seek(0);
      file.write(header);
    }
  }

  @Test
  void a_log_of_a_newer_format_is_refused() throws Exception {
    rewriteFormatVersion(BlockLog.FORMAT_VERSION + 1);
    EmbeddedPeerException e = refusal();
    assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_FORMAT);
    assertThat(e).hasMessageContaining("format version 3");
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
    Files.write(directory.resolve("index").resolve("index-2.mv"), new byte[10_000]);
    try (EmbeddedPeer peer = open()) {
      assertThat(peer.verify().problems()).isEmpty();
    }
  }

  @Test
  void an_index_of_an_earlier_layout_is_made_again_and_leaves_nothing() throws Exception {
    Path index = directory.resolve("index");
    Files.move(index.resolve("index-2.mv"), index.resolve("index.mv"));
    try (EmbeddedPeer peer = open()) {
      assertThat(peer.verify().problems()).isEmpty();
    }
    assertThat(index.resolve("index.mv")).doesNotExist();
  }

  @Test
  void an_index_left_open_when_the_machine_stopped_is_not_trusted() throws Exception {
    Files.writeString(directory.resolve("index").resolve("opened"), "an earlier boot");
    Files.write(directory.resolve("index").resolve("index-2.mv"), new byte[] {1, 2, 3});
    try (EmbeddedPeer peer = open()) {
      assertThat(peer.verify().problems()).isEmpty();
    }
    assertThat(directory.resolve("index").resolve("opened")).doesNotExist();
  }

  private Path authority(String file) {
    return directory.resolve("organisations").resolve("%47rassland%4d%53%50").resolve(file);
  }

  /** Everything but the index, which is derived, and the lock. */
  private Map<Path, String> contents() throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    for (Path file : stored()) {
      if (Files.isRegularFile(file)
          && !file.startsWith(directory.resolve("index"))
          && !file.endsWith("lock")) {
        contents.put(
            file,
            java.util.HexFormat.of()
                .formatHex(
                    Sha256.of(com.google.protobuf.ByteString.copyFrom(Files.readAllBytes(file)))));
      }
    }
    return contents;
  }

  private void assertNothingChangesBut(Reason reason, String... words) throws IOException {
    Map<Path, String> before = contents();
    EmbeddedPeerException e = refusal();
    assertThat(e).isNotNull();
    assertThat(e.reason()).isEqualTo(reason);
    assertThat(e.getMessage()).contains(words).contains("nothing was changed");
    assertThat(e.zh()).contains("未作任何更改");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void keys_that_are_gone_are_missed_and_none_are_made_in_their_place() throws Exception {
    try (Stream<Path> files = Files.walk(directory.resolve("organisations"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    assertNothingChangesBut(Reason.DIRECTORY_DAMAGED, "ca.crt", "GrasslandMSP", "backup");
  }

  @Test
  void a_ca_without_its_certificate_or_its_key_is_refused_and_left_as_it_is() throws Exception {
    for (String name : List.of("ca.crt", "ca.key")) {
      byte[] lost = Files.readAllBytes(authority(name));
      Files.delete(authority(name));
      assertNothingChangesBut(Reason.DIRECTORY_DAMAGED, name, "is missing", "backup");
      Files.write(authority(name), new byte[] {'x'});
      assertNothingChangesBut(Reason.DIRECTORY_DAMAGED, name, "cannot be read");
      Files.write(authority(name), lost);
    }
    open().close();
  }

  @Test
  void a_ca_of_another_ledger_is_refused() throws Exception {
    Path own = directory;
    directory = Files.createDirectory(own.resolve("other"));
    fill();
    Path others = authority("ca.key");
    byte[] key = Files.readAllBytes(others);
    byte[] certificate = Files.readAllBytes(authority("ca.crt"));
    directory = own;
    Files.write(authority("ca.key"), key);
    assertNothingChangesBut(Reason.DIRECTORY_DAMAGED, "do not belong together");
    Files.write(authority("ca.crt"), certificate);
    assertNothingChangesBut(Reason.CONFIGURATION_MISMATCH, "other keys");
  }

  @Test
  void an_identity_without_its_key_is_refused_and_the_sentence_says_what_may_be_deleted()
      throws Exception {
    Path certificate = authority("identities/peer-peer0%2e%47rassland%4d%53%50.crt");
    Path key = authority("identities/peer-peer0%2e%47rassland%4d%53%50.key");
    Files.delete(key);
    assertNothingChangesBut(Reason.DIRECTORY_DAMAGED, key + " is missing", "delete " + certificate);
    Files.delete(certificate);
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      client.submit("put", "more", "1");
      assertThat(peer.verify().problems()).isEmpty();
    }
  }

  @Test
  void an_identity_without_its_certificate_keeps_its_key_and_gets_another() throws Exception {
    Path certificate = authority("identities/client-alice.crt");
    byte[] key = Files.readAllBytes(authority("identities/client-alice.key"));
    Files.delete(certificate);
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      client.submit("put", "more", "1");
    }
    assertThat(authority("identities/client-alice.key")).hasBinaryContent(key);
    assertThat(certificate).exists();
  }

  @Test
  void a_ca_whose_making_was_interrupted_is_finished() throws Exception {
    Path own = directory;
    directory = Files.createDirectory(own.resolve("other"));
    Files.createDirectories(authority("identities"));
    Files.copy(own.resolve(directory.relativize(authority("ca.key"))), authority("ca.key"));
    byte[] key = Files.readAllBytes(authority("ca.key"));
    fill();
    assertThat(authority("ca.key")).hasBinaryContent(key);
  }

  @Test
  void only_the_owner_can_read_what_the_peer_stores() throws Exception {
    if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    assertOwnerOnly();
    // As an earlier version, or a careless restore, has left them.
    for (Path file : stored()) {
      Files.setPosixFilePermissions(
          file,
          PosixFilePermissions.fromString(Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--"));
    }
    try (EmbeddedPeer peer = open()) {
      assertThat(peer.verify().problems()).isEmpty();
      assertOwnerOnly();
    }
    assertOwnerOnly();
  }

  private List<Path> stored() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> !file.equals(directory)).toList();
    }
  }

  private void assertOwnerOnly() throws IOException {
    for (Path file : stored()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(file.toString())
          .endsWith("------");
    }
  }

  @Test
  void verification_finds_a_value_that_the_blocks_do_not_give() throws Exception {
    BlockUpdates forged = new BlockUpdates();
    forged.put(
        StateKey.of("keys", "k0"),
        new Version(2, 0),
        com.google.protobuf.ByteString.copyFromUtf8("forged"),
        com.google.protobuf.ByteString.EMPTY);
    try (LedgerIndex index = LedgerIndex.open(directory.resolve("index"), (damaged, cause) -> {})) {
      index.apply(index.height() - 1, forged, List.of(), List.of());
    }
    try (EmbeddedPeer peer = open()) {
      VerificationReport report = peer.verify();
      assertThat(report.isClean()).isFalse();
      assertThat(report.problems().get(0)).contains("keys/k0");
    }
  }
}
