// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.certificate;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Whom a certificate is held against: the offices of one ledger, and how many must vouch. It comes
 * to whoever verifies by another way than the certificate does, e.g. from an office's own pages: a
 * certificate that brought its own roots would prove nothing.
 *
 * @param chaincode the registry's chaincode
 * @param channel Fabric's channel
 * @param genesis SHA-256 of the header of the ledger's first block, from which an audit begins;
 *     absent in older files
 * @param needed how many of the organisations must have vouched
 * @param organisations the offices
 */
public record TrustFile(
    String chaincode,
    String channel,
    Optional<Sha256> genesis,
    int needed,
    List<Organisation> organisations) {
  /** More than there are provinces. */
  public static final int ORGANISATIONS_MOST = 100;

  /** A file with all revocations of a hundred offices is far smaller. */
  public static final int BYTES_MOST = 4 * 1024 * 1024;

  public TrustFile {
    organisations = List.copyOf(organisations);
    Check.that(
        !organisations.isEmpty() && organisations.size() <= ORGANISATIONS_MOST,
        zh("信任文件须有 1 至 %s 个机构").en("a trust file has 1 to %s organisations", ORGANISATIONS_MOST));
    Check.that(
        organisations.stream().map(Organisation::mspId).distinct().count() == organisations.size(),
        zh("信任文件中有机构重复").en("an organisation is twice in the trust file"));
    Check.that(
        needed > organisations.size() / 2 && needed <= organisations.size(),
        zh("needed 须超过机构数的一半").en("needed is more than half of the organisations"));
  }

  /** A file that does not say which ledger it is of but by its channel. */
  public TrustFile(String chaincode, String channel, int needed, List<Organisation> organisations) {
    this(chaincode, channel, Optional.empty(), needed, organisations);
  }

  /**
   * An office.
   *
   * @param mspId its name to Fabric
   * @param revoked serial numbers of certificates that its authority has revoked, hexadecimal
   * @param roots its authority's certificates, earlier ones included
   */
  public record Organisation(String mspId, List<String> revoked, List<Root> roots) {
    public Organisation {
      revoked = List.copyOf(revoked);
      roots = List.copyOf(roots);
      Check.that(!roots.isEmpty(), zh("机构 %s 没有根证书").en("%s has no root", mspId));
    }
  }

  /**
   * An authority's certificate, and in what time its word counts. One that was replaced stays, with
   * its end, so that what was vouched for before still verifies.
   *
   * @param certificate X.509, DER in base64
   * @param from since when
   * @param revoked whether it never counts, because its key was stolen or lost; absent otherwise
   * @param until the end of its time; absent while it is in use
   */
  public record Root(
      String certificate, Instant from, Optional<Boolean> revoked, Optional<Instant> until) {
    public Root {
      Check.that(
          until.isEmpty() || until.get().isAfter(from),
          zh("根证书的 until 须晚于 from").en("a root's until is after its from"));
    }

    /** SHA-256 of the certificate as openssl prints it, for people who compare it on the phone. */
    public String fingerprint() {
      byte[] der = Base64.getDecoder().decode(certificate);
      String digits = Sha256.of(der).value().toUpperCase(Locale.ROOT);
      return String.join(":", digits.split("(?<=\\G..)"));
    }
  }
}
