#!/usr/bin/perl
# A second opinion on SMPP PDUs by Net::SMPP: a line of standard input is one PDU, a line of standard output the answer to it.
#
#   decode HEX     as Net::SMPP reads it: {"command", "status", "sequence", "fields": {name: value}, "tlvs": {tag: hexadecimal}}
#   encode JSON    the same members, with the tlvs as a list of pairs in their order, as Net::SMPP writes it: {"hex"}
#
# Texts are hexadecimal in both, because they are no strings before they are decoded.
use strict;
use warnings;
use JSON::PP;
use Net::SMPP;
use Socket;

$| = 1;
my $json = JSON::PP->new->latin1->canonical;
my %parameter = map { $_->{name} => 1 } values %{ Net::SMPP::param_tab() };

# A session of Net::SMPP whose far end is in our hand, because it reads and writes sockets only.
sub session {
    socketpair(my $ours, my $theirs, AF_UNIX, SOCK_STREAM, PF_UNSPEC) or die "socketpair: $!";
    bless $theirs, 'Net::SMPP';
    my $defaults = Net::SMPP::Default();
    ${*$theirs}{$_} = $defaults->{$_} for keys %$defaults;
    ${*$theirs}{async} = 1;
    $theirs->set_version(0x34);
    return ($ours, $theirs);
}

sub decode {
    my ($ours, $theirs) = session();
    syswrite $ours, pack 'H*', shift;
    shutdown $ours, 1;
    local $SIG{__WARN__} = sub { };
    my $pdu = $theirs->read_pdu() or die "not read\n";
    my (%fields, %tlvs);
    for my $name (keys %$pdu) {
        # 0 is what it makes of stray octets behind the fields.
        next if $name =~ /^(?:cmd|status|seq|data|reserved|known_pdu|0|)$/ or $parameter{$name};
        if ($name =~ /^\d+$/) { $tlvs{$name} = uc unpack 'H*', $pdu->{$name} }
        elsif ($name eq 'short_message') { $fields{$name} = uc unpack 'H*', $pdu->{$name} }
        else { $fields{$name} = "$pdu->{$name}" }
    }
    return { command => $pdu->explain_cmd, status => $pdu->{status}, sequence => $pdu->{seq}, fields => \%fields, tlvs => \%tlvs };
}

sub encode {
    my $wanted = $json->decode(shift);
    my ($ours, $theirs) = session();
    my %fields = %{ $wanted->{fields} };
    $fields{short_message} = pack 'H*', $fields{short_message} if exists $fields{short_message};
    my @parameters = map { (Net::SMPP::param_tab()->{ $_->[0] }{name}, pack 'H*', $_->[1]) } @{ $wanted->{tlvs} };
    my @header = (seq => $wanted->{sequence});
    push @header, status => $wanted->{status} if $wanted->{command} =~ /_resp$|^generic_nack$/;
    my $method = $wanted->{command};
    $theirs->$method(%fields, @header, @parameters);
    sysread $ours, my $octets, 65536;
    return { hex => uc unpack 'H*', $octets };
}

while (my $line = <STDIN>) {
    chomp $line;
    my ($verb, $rest) = split / /, $line, 2;
    my $answer = eval { $verb eq 'decode' ? decode($rest) : encode($rest) };
    print $json->encode($answer // { error => "$@" }), "\n";
}
