// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.grasslandcarbon.audit.compare.CertificateCheck;
import org.grasslandcarbon.audit.finding.Finding;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.paper.PaperNetwork;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.hyperledger.fabric.protos.common.Block;

/** What an audit of blocks comes to. */
record Audited(List<Finding> findings, SortedMap<String, byte[]> state, Counts counts) {

  /** The histories on paper are of all times. */
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2100-01-01T00:00:00Z"));

  static AuditPlan plan(PaperNetwork network) {
    return new AuditPlan(
        PaperNetwork.CHAINCODE,
        new TrustAnchor.GenesisHash(network.genesisHash()),
        Optional.of(Set.of(TestLedger.ORGANISATION)),
        Set.of());
  }

  static Audited of(PaperNetwork network) {
    return of(network, network.blocks());
  }

  static Audited of(PaperNetwork network, List<Block> blocks) {
    return of(plan(network), blocks);
  }

  static Audited of(AuditPlan plan, List<Block> blocks) {
    return of(plan, blocks, audit -> {});
  }

  /** What is found of a certificate of a network. */
  static List<FindingCode> certificate(PaperNetwork network, byte[] json) {
    return of(
            plan(network),
            network.blocks(),
            audit ->
                new CertificateCheck(
                        audit.state(),
                        PaperNetwork.CHANNEL,
                        PaperNetwork.CHAINCODE,
                        audit.findings())
                    .check(json))
        .codes();
  }

  /** What an audit comes to whose clock says that it is some time. */
  static Audited at(Instant now, PaperNetwork network) {
    return of(plan(network), network.blocks(), audit -> {}, InstantSource.fixed(now));
  }

  static Audited of(AuditPlan plan, List<Block> blocks, Consumer<Audit> after) {
    return of(plan, blocks, after, CLOCK);
  }

  private static Audited of(
      AuditPlan plan, List<Block> blocks, Consumer<Audit> after, InstantSource clock) {
    try {
      Path folder = Files.createTempDirectory("audit");
      try (Audit audit = Audit.open(folder, plan, clock)) {
        audit.read(new ListedBlocks(blocks), (block, newest) -> {});
        audit.checkInvariants();
        after.accept(audit);
        return of(audit);
      } finally {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Audited of(Audit audit) {
    SortedMap<String, byte[]> state = new TreeMap<>();
    audit.state().forEach(PaperNetwork.CHAINCODE, (key, stored) -> state.put(key, stored.value()));
    return new Audited(audit.found(), state, audit.counts());
  }

  List<FindingCode> codes() {
    return findings.stream().map(Finding::code).toList();
  }

  /** The only finding of a code. */
  Finding only(FindingCode code) {
    List<Finding> all = findings.stream().filter(each -> each.code() == code).toList();
    if (all.size() != 1) {
      throw new AssertionError("expected one " + code + " in " + findings);
    }
    return all.get(0);
  }
}
