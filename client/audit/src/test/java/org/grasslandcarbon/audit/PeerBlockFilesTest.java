// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.grasslandcarbon.audit.blocks.PeerBlockFiles;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.paper.PaperNetwork;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Role;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The block files of a peer, written here as Fabric's {@code blkstorage} writes them. */
class PeerBlockFilesTest {
  @TempDir private Path folder;
  private final PaperNetwork network = new PaperNetwork();

  @BeforeEach
  void write() throws IOException {
    TestLedger ledger = new TestLedger();
    network.found(ledger);
    for (int i = 0; i < 4; i++) {
      ledger.admit(TestLedger.BEIJING, Role.TRADER);
      network.submit(ledger.sent().get(i));
    }
    List<Block> blocks = network.blocks();
    Files.write(file(0), serialized(blocks.subList(0, 4)));
    Files.write(file(1), serialized(blocks.subList(4, blocks.size())));
    Files.writeString(folder.resolve("__backupGenesisBlockBytes"), "beside them");
  }

  private Path file(int number) {
    return folder.resolve("blockfile_00000" + number);
  }

  private static byte[] serialized(List<Block> blocks) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(file);
    for (Block block : blocks) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      CodedOutputStream one = CodedOutputStream.newInstance(bytes);
      one.writeUInt64NoTag(block.getHeader().getNumber());
      one.writeBytesNoTag(block.getHeader().getDataHash());
      one.writeBytesNoTag(block.getHeader().getPreviousHash());
      one.writeUInt64NoTag(block.getData().getDataCount());
      for (var each : block.getData().getDataList()) {
        one.writeBytesNoTag(each);
      }
      one.writeUInt64NoTag(block.getMetadata().getMetadataCount());
      for (var each : block.getMetadata().getMetadataList()) {
        one.writeBytesNoTag(each);
      }
      one.flush();
      out.writeByteArrayNoTag(bytes.toByteArray());
    }
    out.flush();
    return file.toByteArray();
  }

  private Audited audited() throws IOException {
    Path own = Files.createTempDirectory(folder, "audit");
    try (Audit audit = Audit.open(own, Audited.plan(network), Audited.CLOCK);
        PeerBlockFiles source = PeerBlockFiles.open(folder, 0)) {
      audit.read(source, (block, newest) -> {});
      return Audited.of(audit);
    }
  }

  @Test
  void they_are_read_one_after_the_other() throws IOException {
    assertThat(PeerBlockFiles.areIn(folder)).isTrue();
    Audited audited = audited();
    assertThat(audited.findings()).isEmpty();
    assertThat(audited.counts().transactions()).isEqualTo(network.blocks().size() - 1L);
  }

  @Test
  void they_are_read_from_the_block_on_that_is_wanted() {
    try (PeerBlockFiles source = PeerBlockFiles.open(folder, 5)) {
      assertThat(source.next().orElseThrow()).isEqualTo(network.blocks().get(5));
    }
  }

  @Test
  void a_file_that_was_cut_is_a_finding_at_the_block_that_is_not_whole() throws IOException {
    byte[] whole = Files.readAllBytes(file(1));
    Files.write(file(1), Arrays.copyOf(whole, whole.length - 3));

    Audited audited = audited();

    assertThat(audited.codes())
        .containsExactly(FindingCode.BLOCK_UNREADABLE, FindingCode.NOT_READ_FURTHER);
    assertThat(audited.findings().get(0).place().block()).contains(network.blocks().size() - 1L);
    assertThat(audited.findings().get(0).detail()).contains("blockfile_000001");
  }

  @Test
  void a_length_that_is_none_is_a_finding() throws IOException {
    byte[] whole = Files.readAllBytes(file(1));
    Arrays.fill(whole, 0, 5, (byte) 0xff);
    Files.write(file(1), whole);

    assertThat(audited().codes()).contains(FindingCode.BLOCK_UNREADABLE);
  }

  @Test
  void a_file_that_is_gone_is_a_missing_block() throws IOException {
    Files.delete(file(0));
    assertThat(audited().codes())
        .containsExactly(FindingCode.BLOCK_MISSING, FindingCode.NOT_READ_FURTHER);

    Files.write(file(0), serialized(network.blocks().subList(0, 3)));
    assertThat(audited().codes())
        .containsExactly(FindingCode.BLOCK_MISSING, FindingCode.NOT_READ_FURTHER);
  }
}
