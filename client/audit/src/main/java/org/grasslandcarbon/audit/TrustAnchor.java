// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grasslandcarbon.audit.blocks.BlockHashes;
import org.grasslandcarbon.audit.channel.Configuration;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Detail;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;

/**
 * What an audit begins from: blocks prove only what follows from the first of them, so that
 * somebody must say which that is, and must have it another way than the blocks.
 */
public sealed interface TrustAnchor {
  /** Why a first block is not this one; empty when it is. */
  Optional<Detail> fault(ByteString headerHash, Configuration configuration);

  /** For the report. */
  String description();

  /**
   * The anchor that the first block itself is.
   *
   * @param block the file's bytes
   * @throws BadValueException when they are no block, or another than the first
   */
  static TrustAnchor ofGenesis(byte[] block) {
    try {
      BlockHeader header = Block.parseFrom(block).getHeader();
      if (header.getNumber() == 0 && !header.getDataHash().isEmpty()) {
        return new GenesisHash(
            HexFormat.of().formatHex(BlockHashes.headerHash(header).toByteArray()));
      }
    } catch (InvalidProtocolBufferException e) {
      throw notFirst();
    }
    throw notFirst();
  }

  private static BadValueException notFirst() {
    return new BadValueException(zh("文件不是第一个区块").en("the file is not the first block"));
  }

  /**
   * The hash of the first block's header, which names every byte of it.
   *
   * @param hash SHA-256, hexadecimal
   */
  record GenesisHash(String hash) implements TrustAnchor {
    @Override
    public Optional<Detail> fault(ByteString headerHash, Configuration configuration) {
      String found = HexFormat.of().formatHex(headerHash.toByteArray());
      return found.equals(hash)
          ? Optional.empty()
          : Optional.of(zh("其哈希为 %s，而非 %s").en("its hash is %s and not %s", found, hash));
    }

    @Override
    public String description() {
      return "genesis block " + hash;
    }
  }

  /**
   * The offices' roots: every organisation of the first configuration must be there, with no root
   * but those. Who orders is taken from the block itself.
   *
   * @param file the trust file with which certificates are verified
   */
  record Roots(TrustFile file) implements TrustAnchor {
    @Override
    public Optional<Detail> fault(ByteString headerHash, Configuration configuration) {
      if (!configuration.channel().equals(file.channel())) {
        return Optional.of(
            zh("通道为 %s，而非 %s")
                .en("the channel is %s and not %s", configuration.channel(), file.channel()));
      }
      for (String mspId : configuration.applicationOrganisations()) {
        Set<String> trusted =
            file.organisations().stream()
                .filter(each -> each.mspId().equals(mspId))
                .flatMap(each -> each.roots().stream())
                .map(TrustFile.Root::certificate)
                .collect(Collectors.toUnmodifiableSet());
        boolean all =
            configuration.membership().roots(mspId).stream()
                .allMatch(root -> trusted.contains(base64(root)));
        if (!all || trusted.isEmpty()) {
          return Optional.of(
              zh("信任文件中没有机构 %s 的这一根证书").en("the trust file has not that root of %s", mspId));
        }
      }
      return Optional.empty();
    }

    private static String base64(X509Certificate certificate) {
      try {
        return Base64.getEncoder().encodeToString(certificate.getEncoded());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("a certificate that was read can be written", e);
      }
    }

    @Override
    public String description() {
      return "trust file, "
          + file.organisations().size()
          + " organisations of the channel "
          + file.channel();
    }
  }
}
