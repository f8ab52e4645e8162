// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.grasslandcarbon.audit.Audit;
import org.grasslandcarbon.audit.AuditPlan;
import org.grasslandcarbon.audit.TrustAnchor;
import org.grasslandcarbon.audit.blocks.BlockHashes;
import org.grasslandcarbon.audit.blocks.DeliveredBlocks;
import org.grasslandcarbon.audit.blocks.PeerConnection;
import org.grasslandcarbon.audit.blocks.PeerIdentity;
import org.grasslandcarbon.audit.compare.PeerComparison;
import org.grasslandcarbon.audit.compare.ProjectionComparison;
import org.grasslandcarbon.audit.finding.Finding;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.client.Reads;
import org.grasslandcarbon.client.RegistryClient;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.GatewayApplication;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.network.embedded.EmbeddedIdentity;
import org.grasslandcarbon.network.embedded.EmbeddedPeer;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * The example registry, audited from its blocks and held against its peer and its gateway; then a
 * row of the gateway's database is edited by hand.
 */
class ExampleAuditTest {
  @TempDir private Path folder;

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(GatewayApplication.class)
        .initializers(new EmbeddedLedgerInitializer())
        .run("--server.port=0", "--grassland.data=" + folder.resolve("data"));
  }

  @Test
  void nothing_differs_until_a_row_is_edited_by_hand() throws Exception {
    try (ConfigurableApplicationContext registry = start()) {
      RegistryClient client =
          new RegistryClient(
              URI.create(
                  "http://localhost:"
                      + registry.getEnvironment().getProperty("local.server.port")));
      InstructionSigner auditor = admitAuditor(client);
      EmbeddedPeer peer = registry.getBean(OpenedLedger.class).ledger().peer();
      registry
          .getBean(ProjectionProgress.class)
          .whenReached(peer.height() - 1)
          .get(60, TimeUnit.SECONDS);
      try (Audit audit = Audit.open(folder.resolve("audit"), plan(peer), Clock.systemUTC());
          PeerConnection connection = connect(registry, peer)) {
        try (DeliveredBlocks source = DeliveredBlocks.from(connection, 0)) {
          audit.read(source, (block, newest) -> {});
        }
        audit.checkInvariants();
        assertThat(codes(audit))
            .as("the example's history is older than its certificates")
            .containsExactly(FindingCode.SIGNER_OUTSIDE_VALIDITY);
        int noted = audit.found().size();
        assertThat(audit.counts().instructions()).isGreaterThan(1_000);

        new PeerComparison(audit.state(), OneJvmLedger.CHAINCODE, audit.findings())
            .compare(
                keys -> connection.query(OneJvmLedger.CHAINCODE, "stateDigests", keys),
                audit.next() - 1,
                () -> DeliveredBlocks.newest(connection));
        assertThat(codes(audit))
            .containsExactlyInAnyOrder(
                FindingCode.SIGNER_OUTSIDE_VALIDITY, FindingCode.PEER_AHEAD_ONLY);

        Gateway gateway = new Gateway(client, client.privateReads(auditor));
        long compared = compare(audit, gateway);
        assertThat(audit.found().stream().map(Finding::toString).toList())
            .as("records that the gateway shows")
            .hasSize(noted + 2);
        assertThat(codes(audit)).contains(FindingCode.PROJECTION_WITHOUT_LIST);
        assertThat(compared).isGreaterThan(500);

        edit(registry);
        compare(audit, gateway);
        Finding finding =
            audit.found().stream()
                .filter(each -> each.code() == FindingCode.PROJECTION_DIFFERS)
                .collect(Collectors.toList())
                .get(0);
        assertThat(finding.place().key().orElseThrow()).startsWith("BATCH:");
        assertThat(finding.place().block()).isPresent();
        assertThat(finding.detail()).contains("issued");
      }
    }
  }

  private static Set<FindingCode> codes(Audit audit) {
    return audit.found().stream().map(Finding::code).collect(Collectors.toSet());
  }

  private static long compare(Audit audit, Gateway gateway) {
    return new ProjectionComparison(audit.state(), OneJvmLedger.CHAINCODE, audit.findings())
        .compare(gateway, audit.next() - 1, gateway::projected);
  }

  private AuditPlan plan(EmbeddedPeer peer) {
    String genesis =
        HexFormat.of().formatHex(BlockHashes.headerHash(peer.block(0).getHeader()).toByteArray());
    return new AuditPlan(
        OneJvmLedger.CHAINCODE, new TrustAnchor.GenesisHash(genesis), Optional.empty(), Set.of());
  }

  private static PeerConnection connect(ConfigurableApplicationContext registry, EmbeddedPeer peer)
      throws Exception {
    EmbeddedIdentity own = peer.enrol(OneJvmLedger.ORGANISATION, "auditor");
    return new PeerConnection(
        registry.getBean(OpenedLedger.class).ledger().newChannel(),
        OneJvmLedger.CHANNEL,
        PeerIdentity.of(
            own.mspId(),
            pem("CERTIFICATE", own.certificate().getEncoded()),
            pem("PRIVATE KEY", own.privateKey().getEncoded())),
        Clock.systemUTC());
  }

  private static byte[] pem(String kind, byte[] der) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return ("-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private InstructionSigner admitAuditor(RegistryClient client) {
    KeyFile file = KeyFile.read(folder.resolve("data/example-keys/authority.json"));
    InstructionSigner authority = file.signer(file.unlock(), Clock.systemUTC());
    SecureRandom random = new SecureRandom();
    SigningKey key = SigningKey.generate(random);
    ParticipantId id = Part.newcomer(new RegionCode("110000"), random::nextInt);
    client.submit(
        authority.sign(
            InstructionSigner.newId(),
            new AdmitParticipant(
                Optional.empty(),
                id,
                List.of(key.jwk()),
                Name.of("审计机构", "Auditor"),
                new RegionCode("110000"),
                List.of(Role.AUDITOR)),
            Duration.ofMinutes(5)),
        Duration.ofSeconds(60));
    return new InstructionSigner(id, key, Clock.systemUTC());
  }

  /** A batch is said to have been larger. */
  private static void edit(ConfigurableApplicationContext registry) {
    JdbcTemplate database = registry.getBean(JdbcTemplate.class);
    String table =
        database.queryForObject(
            "SELECT made_as FROM p_layout WHERE name = 'v_batch'", String.class);
    int rows =
        database.update(
            "UPDATE " + table + " SET json = REPLACE(json, '\"issued\":', '\"issued\":9')");
    assertThat(rows).isPositive();
  }

  /** The gateway as its auditor sees it. */
  private record Gateway(RegistryClient client, Reads reads) implements ProjectionComparison.Shown {
    @Override
    public Items page(View view, Map<String, String> filters) {
      Page page = reads.list(view, filters);
      return new Items(page.items(), page.next());
    }

    @Override
    public Optional<JsonNode> one(View view, List<String> id) {
      try {
        return Optional.of(reads.show(view, id.toArray(String[]::new)));
      } catch (RegistryProblem problem) {
        if (problem.code().equals(GatewayCode.NOT_FOUND.name())) {
          return Optional.empty();
        }
        throw problem;
      }
    }

    private long projected() {
      return client.publicReads().status().path("projectedBlock").asLong();
    }
  }
}
