// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.LocalDate;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Money that was paid out to those who graze less. Whom it went to stands in the document and not
 * on the ledger.
 *
 * @param day the day of payment
 * @param document the digest of what shows it; one a payment
 * @param fen the amount
 */
public record CompensationPayment(
    @Means(en = "Day of payment", zh = "发放日期") LocalDate day,
    @Means(en = "SHA-256 of what shows it, one a payment", zh = "发放凭证摘要（每笔一份）") Sha256 document,
    @Means(en = "Amount, fen", zh = "金额（分）") @Least(1) Fen fen) {}
