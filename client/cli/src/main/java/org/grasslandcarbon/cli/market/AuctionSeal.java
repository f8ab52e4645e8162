// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.market;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.client.SealedBidFile;
import org.grasslandcarbon.domain.market.SealedBid;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Seals a bid: draws its salt, keeps what is to be revealed, tells the digest that is placed. */
@Command(
    name = "seal",
    description = {
      "密封报价：生成盐值，将待揭示内容存为仅本人可读的文件，并给出用于报价的摘要；不发送。",
      "Seals a bid: draws a salt, keeps in a private file what is to be revealed, and tells the digest"
          + " to place; sends nothing.",
      "文件须保管至揭示：遗失则没收保证金。",
      "Keep the file until the bid is revealed: without it the bond is lost."
    },
    footer = {
      "  grassland auction seal 3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6 --price 96.00 --quantity 2000 \\",
      "      --out bid.json --key my-key.json",
      "  grassland auction reveal --file bid.json --key my-key.json"
    })
public final class AuctionSeal extends RegistryCommand {
  private static final int SALT_BYTES = 32;

  @Parameters(
      paramLabel = "AUCTION",
      description = {"竞价编号。", "The auction."})
  private String auction;

  @Option(
      names = "--price",
      required = true,
      paramLabel = "YUAN",
      description = {"价格（元/吨）。", "Price, yuan a tonne."})
  private String price;

  @Option(
      names = "--quantity",
      required = true,
      paramLabel = "TONNES",
      description = {"数量（吨）。", "Quantity, tonnes."})
  private String quantity;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = {"存放待揭示内容的文件。", "File for what is to be revealed."})
  private Path out;

  @Override
  protected void perform(Session session) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    SealedBid bid =
        new SealedBid(
            Named.read(auction, InstructionId.class, "AUCTION"),
            session.signer().participant(),
            Fen.of(Named.fen(price, "--price")),
            Named.tonnes(quantity, "--quantity"),
            HexFormat.of().formatHex(salt));
    SealedBidFile.create(session.terminal().path(out.toString()), bid);
    if (session.isForPrograms()) {
      session.document(Map.of("digest", bid.digest().value(), "file", out.toString()));
      return;
    }
    session.line(bid.digest().value());
    session.hint(
        "待揭示内容在 " + out + "，请妥善保管；报价：grassland auction bid " + auction + " --digest 上述摘要。",
        "What is to be revealed is in "
            + out
            + ": keep it. To bid: grassland auction bid "
            + auction
            + " --digest with the above.");
  }
}
