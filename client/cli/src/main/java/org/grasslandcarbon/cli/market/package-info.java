// SPDX-License-Identifier: Apache-2.0
/** What people who trade type daily: the market in short words, with money in yuan. */
package org.grasslandcarbon.cli.market;
