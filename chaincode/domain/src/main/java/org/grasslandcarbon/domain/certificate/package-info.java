// SPDX-License-Identifier: Apache-2.0
/**
 * The certificate of a retirement: what it says, from which records of the ledger that follows, and
 * what it is held against by somebody who trusts no gateway. It makes and reads no signature of an
 * office and knows no X.509: who vouches is for the client's library to find out. The chaincode has
 * these classes and never loads them.
 */
package org.grasslandcarbon.domain.certificate;
