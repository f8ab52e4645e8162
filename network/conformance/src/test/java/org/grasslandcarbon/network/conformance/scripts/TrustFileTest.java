// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.grasslandcarbon.client.TrustParts;
import org.grasslandcarbon.client.VerifiedCertificate;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.certificate.TrustFile.Organisation;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.network.conformance.scripts.Scripts.Played;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The trust file of a network whose authorities are there and whose nodes are not. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the network's scripts are for Linux")
class TrustFileTest {
  private static final List<String> OFFICES =
      List.of("beijing", "tianjin", "hebei", "inner-mongolia");

  @TempDir Path work;
  private Scripts scripts;

  @BeforeEach
  void make_four_authorities() throws Exception {
    scripts = new Scripts(work);
    Files.createDirectories(scripts.data().resolve("channel"));
    Files.createFile(scripts.data().resolve("channel/genesis.block"));
    for (String office : OFFICES) {
      Files.createDirectories(signing(office));
      makeAuthority(office);
    }
  }

  private Path signing(String office) {
    return scripts.data().resolve(office).resolve("ca/signing");
  }

  private void makeAuthority(String office) throws IOException, InterruptedException {
    Process made =
        new ProcessBuilder(
                List.of(
                    "openssl",
                    "req",
                    "-x509",
                    "-newkey",
                    "ec",
                    "-pkeyopt",
                    "ec_paramgen_curve:P-256",
                    "-nodes",
                    "-keyout",
                    work.resolve("key.pem").toString(),
                    "-subj",
                    "/O=" + office + "/CN=ca." + office,
                    "-days",
                    "100",
                    "-out",
                    signing(office).resolve("cert.pem").toString()))
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("openssl.log").toFile())
            .start();
    assertThat(made.waitFor()).as(Files.readString(work.resolve("openssl.log"))).isZero();
  }

  private Played play(String... arguments) {
    Script script =
        Script.all().stream()
            .filter(each -> each.toString().equals("fabric/trust"))
            .findFirst()
            .get();
    return scripts.play(script, List.of(arguments), Map.of());
  }

  /** What is printed besides the file are the fingerprints, a line each before it. */
  private static String json(Played played) {
    assertThat(played.code()).as(played.printed()).isZero();
    return played.printed().substring(played.printed().indexOf('{'));
  }

  private static TrustFile trust(Played played) {
    return VerifiedCertificate.trust(json(played).getBytes(StandardCharsets.UTF_8));
  }

  private static Organisation hebei(TrustFile file) {
    return file.organisations().stream()
        .filter(each -> each.mspId().equals("HebeiMSP"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void it_names_every_office_with_its_root_and_says_the_fingerprints() {
    Played played = play();
    TrustFile file = trust(played);
    assertThat(file.needed()).isEqualTo(3);
    assertThat(file.channel()).isEqualTo("grassland");
    assertThat(file.chaincode()).isEqualTo("registry");
    assertThat(file.organisations())
        .hasSize(4)
        .allSatisfy(
            each -> {
              assertThat(each.revoked()).isEmpty();
              assertThat(each.roots()).hasSize(1);
              assertThat(played.printed())
                  .contains(each.mspId() + " SHA-256 " + each.roots().get(0).fingerprint());
            });
  }

  @Test
  void it_names_the_first_block_by_the_hash_of_its_header() throws Exception {
    assertThat(trust(play()).genesis()).as("a file that is no block").isEmpty();

    byte[] dataHash = MessageDigest.getInstance("SHA-256").digest(new byte[] {1});
    BlockHeader header =
        BlockHeader.newBuilder().setDataHash(ByteString.copyFrom(dataHash)).build();
    Files.write(
        scripts.data().resolve("channel/genesis.block"),
        Block.newBuilder()
            .setHeader(header)
            .setData(BlockData.newBuilder().addData(ByteString.copyFromUtf8("configuration")))
            .build()
            .toByteArray());
    byte[] der =
        new DERSequence(
                new ASN1Encodable[] {
                  new ASN1Integer(0), new DEROctetString(new byte[0]), new DEROctetString(dataHash)
                })
            .getEncoded();
    assertThat(trust(play()).genesis()).contains(Sha256.of(der));
  }

  @Test
  void what_an_office_has_revoked_is_in_it() throws IOException {
    Files.writeString(
        signing("hebei").resolve("index.txt"),
        "R\t360101000000Z\t261130000000Z\t0ABC\tunknown\t/CN=peer\n"
            + "V\t360101000000Z\t\t0DEF\tunknown\t/CN=other\n");
    assertThat(hebei(trust(play())).revoked()).containsExactly("0ABC");
  }

  @Test
  void a_root_that_was_replaced_stays_with_its_end() throws Exception {
    Path before = work.resolve("before.json");
    // A root counts from its certificate's beginning, which here is this very second.
    Files.writeString(
        before,
        json(play()).replaceAll("\"from\":\"[^\"]*\"", "\"from\":\"2020-01-01T00:00:00Z\""));
    String earlier = hebei(trust(play())).roots().get(0).certificate();
    makeAuthority("hebei");

    TrustFile file = trust(play(before.toString()));
    assertThat(hebei(file).roots())
        .satisfiesExactly(
            root -> {
              assertThat(root.certificate()).isEqualTo(earlier);
              assertThat(root.until()).isPresent();
            },
            root -> {
              assertThat(root.certificate()).isNotEqualTo(earlier);
              assertThat(root.until()).isEmpty();
            });
    assertThat(file.organisations())
        .filteredOn(each -> !each.mspId().equals("HebeiMSP"))
        .allSatisfy(each -> assertThat(each.roots()).hasSize(1));
  }

  @Test
  void offices_on_machines_of_their_own_each_give_their_part_and_all_parts_make_the_whole()
      throws IOException {
    TrustFile whole = trust(play());
    TrustParts parts = new TrustParts();
    for (String office : OFFICES) {
      Path elsewhere = Files.createDirectory(work.resolve("elsewhere"));
      for (String other : OFFICES) {
        if (!other.equals(office)) {
          Files.move(signing(other).resolve("cert.pem"), elsewhere.resolve(other));
        }
      }
      assertThat(play().code()).as("without --here, all have to be here").isEqualTo(1);
      parts.add(office, json(play("--here")).getBytes(StandardCharsets.UTF_8));
      for (String other : OFFICES) {
        if (!other.equals(office)) {
          Files.move(elsewhere.resolve(other), signing(other).resolve("cert.pem"));
        }
      }
      Files.delete(elsewhere);
    }
    assertThat(parts.whole().needed()).isEqualTo(3);
    assertThat(parts.whole().organisations())
        .containsExactlyInAnyOrderElementsOf(whole.organisations());
  }

  @Test
  void a_former_file_that_is_none_is_refused() throws IOException {
    Path other = work.resolve("other.json");
    Files.writeString(other, "{}");
    assertThat(play(other.toString()).code()).isEqualTo(1);
  }
}
