// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.HexFormat;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Encodings on which two peers have to agree byte for byte. The expected values were computed by
 * Fabric 3.1.5's own packages rwsetutil and txmgr from the same inputs.
 */
class FabricEncodingTest {
  @ParameterizedTest(name = "{0} reads")
  @CsvSource({
    "1, 79487c40bae90e134a96127f73ba8a38443bd7b50b65fd1b497db23eaaf0c627",
    "50, 331284f9b89f32ab82626d2b58ba29cc7580dea93da9947d400ffa83869aa8fa",
    "51, 2b89944adc20b68760e415a63bb438785b89b785ce83db556d66f96d7e6f621f",
    "102, ab7c3245332ab39c0548a33455f8074c56ba531c6320be90893c0737d2edb2ae",
    "130, 2c44de31e0816b7c22c4ef8e8d91de3cecb872266f2c028b2ca30968a15017f6",
    "2601, b115f56f6e87a4a244e0a14fd2f4f26c146ed16c0a2f231ec8c4b3cc8b08c81c",
    "2652, 13e8b8d45bbe7fe3e76aa14fc1491bec60f033655b7c09f8568207284a912c61",
    "2700, 3da23ebf50d2a4dd7e40b672b6247ad620556b4ada871a4d2d6c291fac80f202",
    "140000, 63693c3a19d76dce49c63c0ee86cc20870f3ebe3b5391a291c964b819b2e7711"
  })
  void a_range_is_summarised_as_fabric_does(int reads, String expected) {
    RangeReads range = new RangeReads(RangeReads.MAX_DEGREE);
    for (int i = 0; i < reads; i++) {
      range.add(String.format("key%06d", i), new Version(i / 10, i % 10));
    }
    RangeQueryInfo.Builder info =
        RangeQueryInfo.newBuilder().setStartKey("a").setEndKey("z").setItrExhausted(true);
    range.finish(info);
    assertThat(HexFormat.of().formatHex(Sha256.of(info.build().toByteString())))
        .isEqualTo(expected);
  }

  @Test
  void a_read_and_write_set_is_encoded_as_fabric_does() {
    ReadWriteSetBuilder results = new ReadWriteSetBuilder();
    read(results, "keys", "b", null);
    read(results, "keys", "a", new Version(300, 7));
    read(results, "keys", "\uD83C\uDF3E", new Version(1, 0));
    read(results, "keys", "\uFF21", new Version(1, 1));
    read(results, "_lifecycle", "namespaces/fields/keys/Sequence", new Version(1, 0));
    results.write("keys", "z", bytes("26"));
    results.write("keys", "a", bytes("1"));
    results.write("keys", "d", ByteString.EMPTY);
    results.writeMetadata("keys", "a", "VALIDATION_PARAMETER", bytes("p"));
    results.writePrivate("keys", "secrets", "price", bytes("sixty"), false);
    results.writePrivate("keys", "secrets", "amount", ByteString.EMPTY, false);
    results.readPrivate("keys", "secrets", "price", new Version(2, 3));
    results.readPrivate("keys", "secrets", "absent", null);
    results.writePrivateMetadata("keys", "secrets", "price", "VALIDATION_PARAMETER", bytes("q"));
    results.writePrivate("keys", "other", "gone", ByteString.EMPTY, true);
    assertThat(hex(results.publicResults()))
        .isEqualTo(
            "12350a0a5f6c6966656379636c6512270a250a1f6e616d657370616365732f6669656c64732f6b6579732f5365"
                + "7175656e63651202080112e9030a046b65797312620a0a0a0161120508ac0210070a030a01620a0b0a03efbca1"
                + "1204080110010a0a0a04f09f8cbe120208011a060a01611a01311a050a016410011a070a017a1a023236221e0a"
                + "016112190a1456414c49444154494f4e5f504152414d455445521201701a530a056f74686572122812260a2028"
                + "3bb9deef02e6843abfb538efa1eca70801bd8a701c3f98191e123496339247100120011a20a17ac2aecbdf2eba"
                + "0cd2ba7596ac89e3da6a16e601b3c16e812d64a358130bd21aa7020a077365637265747312f9010a220a205ad3"
                + "8304b535c2987dbd24657c1a11b884984ff600d9f389deb0d4e634fee7920a280a20683b531f41ec88a2f345b7"
                + "27afe59757b73162a340a65c86bba62866f8fe556c12040802100312240a20cf38d95c9c6b1d9d5125c04d41a5"
                + "4df57727ef4cfb3f5116a602fe2b25115c13100112440a20683b531f41ec88a2f345b727afe59757b73162a340"
                + "a65c86bba62866f8fe556c1a20df41164e151227b31ca29bb188c936923a0afb26d9bd0a8e4ec6d05d4815c991"
                + "1a3d0a20683b531f41ec88a2f345b727afe59757b73162a340a65c86bba62866f8fe556c12190a1456414c4944"
                + "4154494f4e5f504152414d455445521201711a2046299cb134561e9348f7b57343eac818f468928d434adce664"
                + "d4105ee81dd310");
    assertThat(hex(results.privateResults().toByteString()))
        .isEqualTo(
            "124d0a046b65797312130a056f74686572120a1a080a04676f6e65100112300a077365637265747312251a0a0a"
                + "06616d6f756e7410011a0e0a0570726963651a05736978747922070a057072696365");
  }

  private static void read(
      ReadWriteSetBuilder results, String namespace, String key, Version version) {
    results.read(namespace, StateKey.of(namespace, key), key, version);
  }

  @Test
  void the_commit_hash_is_the_one_of_fabric() {
    BlockUpdates updates = new BlockUpdates();
    put(updates, StateKey.of("keys", "b"), "2", new Version(5, 1));
    put(updates, StateKey.of("keys", "a"), "1", new Version(5, 0));
    updates.delete(StateKey.of("keys", "c"), new Version(5, 300));
    put(updates, StateKey.of("keys-two", "a"), "x", new Version(5, 2));
    put(updates, StateKey.of("_lifecycle", "k"), "y", new Version(5, 0));
    updates.put(hashed("secrets", 1, 2, 3), new Version(5, 1), bytes(9, 8), ByteString.EMPTY);
    updates.put(hashed("other", 0xff), new Version(5, 1), bytes(7), ByteString.EMPTY);
    updates.delete(hashed("secrets", 0), new Version(5, 2));
    put(
        updates,
        StateKey.of(StateKey.privateNamespace("keys", "secrets"), "price"),
        "no part of the hash",
        new Version(5, 1));
    assertThat(
            hex(
                CommitHash.of(
                    List.of(
                        TxValidationCode.VALID,
                        TxValidationCode.MVCC_READ_CONFLICT,
                        TxValidationCode.VALID),
                    updates,
                    bytes("previous"))))
        .isEqualTo("e0accba527451befb61a3771e607913565261031557d686ba26699fc8a94d1a9");
  }

  private static StateKey hashed(String collection, int... key) {
    return StateKey.of(StateKey.hashedNamespace("keys", collection), bytes(key));
  }

  private static void put(BlockUpdates updates, StateKey key, String value, Version version) {
    updates.put(key, version, bytes(value), ByteString.EMPTY);
  }

  private static ByteString bytes(String text) {
    return ByteString.copyFromUtf8(text);
  }

  private static ByteString bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return ByteString.copyFrom(bytes);
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
